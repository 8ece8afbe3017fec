using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Phoenix.Datasets;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Phoenix's <c>GET /v1/experiments/{id}/runs</c> and <c>/incomplete-runs</c>.</summary>
internal sealed class RunListEndpoints(PhoenixEdge edge, ExperimentFinder finder, IExperimentStore store)
{
    private const int UsualPage = 50;
    private const int RunsAtOnce = 1000;
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/experiments/{experiment_id}/runs", edge.AnyKey(ListAsync));
        _ = routes.MapGet("/v1/experiments/{experiment_id}/incomplete-runs", edge.AnyKey(ListIncompleteAsync));
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var experiment = await finder.FindAsync(context, caller);
        var page = PageText.NewestFirst(context, NodeType.ExperimentRun, UsualPage);
        if (new QueryText(context.Request.Query).One("limit") is null)
        {
            await ListAllAsync(context, experiment, page.From);
            return;
        }

        await PhoenixJson.WritePageAsync(
            context, await store.ListRunsAsync(experiment.Id, page.From, page.Limit, context.RequestAborted), NodeType.ExperimentRun, ExperimentJson.Write);
    }

    // Without a limit Phoenix gives all at once: written as they are read.
    private async Task ListAllAsync(HttpContext context, ExperimentRow experiment, long from)
    {
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartArray("data"u8);
        for (long? next = from; next is { } first;)
        {
            var page = await store.ListRunsAsync(experiment.Id, first, RunsAtOnce, context.RequestAborted);
            foreach (var run in page.Items)
            {
                ExperimentJson.Write(writer, run);
                await PhoenixJson.FlushAsync(context, writer);
            }

            next = page.Next;
        }

        writer.WriteEndArray();
        writer.WriteNull("next_cursor"u8);
        writer.WriteEndObject();
    }

    private async Task ListIncompleteAsync(HttpContext context, Caller caller)
    {
        var experiment = await finder.FindAsync(context, caller);
        var page = PageText.OldestFirst(context, NodeType.DatasetExample, UsualPage);
        await PhoenixJson.WritePageAsync(
            context, await store.ListIncompleteRunsAsync(experiment, page.From, page.Limit, context.RequestAborted), NodeType.DatasetExample, WriteIncomplete);
    }

    private static void WriteIncomplete(Utf8JsonWriter writer, IncompleteExample item)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("dataset_example"u8);
        DatasetJson.Write(writer, item.Example);
        writer.WriteStartArray("repetition_numbers"u8);
        foreach (var repetition in item.Repetitions)
        {
            writer.WriteNumberValue(repetition);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
