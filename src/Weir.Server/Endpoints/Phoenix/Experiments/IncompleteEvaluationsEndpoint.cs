using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Phoenix.Datasets;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Phoenix's <c>GET /v1/experiments/{id}/incomplete-evaluations</c>: runs that lack some of the named evaluations.</summary>
internal sealed class IncompleteEvaluationsEndpoint(PhoenixEdge edge, ExperimentFinder finder, IExperimentStore store)
{
    private const int UsualPage = 50;
    private const int MostNames = 100;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/experiments/{experiment_id}/incomplete-evaluations", edge.AnyKey(ListAsync));

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var experiment = await finder.FindAsync(context, caller);
        var page = PageText.OldestFirst(context, NodeType.ExperimentRun, UsualPage);
        var given = context.Request.Query["evaluation_name"].OfType<string>().Select(name => name.Trim());
        ImmutableArray<string> names = [.. given.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        if (names.Length is 0 or > MostNames)
        {
            throw new GatewayException(GatewayError.Client(
                GatewayErrorCode.InvalidRequest, $"At least one evaluation_name must be provided, and at most {MostNames}"));
        }

        var runs = await store.ListIncompleteEvaluationsAsync(experiment, names, page.From, page.Limit, context.RequestAborted);
        await PhoenixJson.WritePageAsync(context, runs, NodeType.ExperimentRun, WriteIncomplete);
    }

    private static void WriteIncomplete(Utf8JsonWriter writer, IncompleteEvaluation item)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("experiment_run"u8);
        ExperimentJson.Write(writer, item.Run);
        writer.WritePropertyName("dataset_example"u8);
        DatasetJson.Write(writer, item.Example);
        writer.WriteStartArray("evaluation_names"u8);
        foreach (var name in item.Names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
