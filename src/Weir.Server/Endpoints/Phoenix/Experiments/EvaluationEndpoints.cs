using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Phoenix.Datasets;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Phoenix's <c>POST /v1/experiment_evaluations</c> and <c>GET /v1/experiments/{id}/incomplete-evaluations</c>.</summary>
internal sealed class EvaluationEndpoints(PhoenixEdge edge, ExperimentFinder finder, IExperimentStore store)
{
    private const int UsualPage = 50;
    private const int MostNames = 100;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost("/v1/experiment_evaluations", edge.AnyKey(WriteAsync));
        _ = routes.MapGet("/v1/experiments/{experiment_id}/incomplete-evaluations", edge.AnyKey(ListIncompleteAsync));
    }

    private async Task WriteAsync(HttpContext context, Caller caller)
    {
        using var document = await PhoenixEdge.ParseAsync(context);
        var body = PhoenixBody.Of(document.RootElement);
        var run = body.RequiredText("experiment_run_id");
        var id = await store.WriteEvaluationAsync(caller.WorkspaceId, Read(body, run), context.RequestAborted)
            ?? throw PhoenixEdge.NotFound($"ExperimentRun with ID {run} does not exist");
        await PhoenixJson.WriteAsync(context, writer => PhoenixJson.WriteId(writer, NodeType.ExperimentEvaluation, id));
    }

    private static EvaluationRow Read(PhoenixBody body, string run)
    {
        var (result, error) = (body.Object("result"), body.Text("error"));
        return result is null && error is null
            ? throw PhoenixEdge.Unprocessable("Either 'result' or 'error' must be given.")
            : new EvaluationRow
            {
                RunId = GlobalId.TryReadNumber(run, NodeType.ExperimentRun) ?? throw PhoenixEdge.NotFound($"ExperimentRun with ID {run} does not exist"),
                Name = body.RequiredName("name"),
                AnnotatorKind = body.OneOf("annotator_kind", "LLM", "CODE", "HUMAN"),
                Label = result?.Text("label"),
                Score = result?.Number("score"),
                Explanation = result?.Text("explanation"),
                Error = error,
                Metadata = body.ObjectText("metadata") ?? result?.ObjectText("metadata") ?? "{}",
                TraceId = body.Text("trace_id"),
                StartUnixNanos = body.RequiredTime("start_time"),
                EndUnixNanos = body.RequiredTime("end_time"),
            };
    }

    private async Task ListIncompleteAsync(HttpContext context, Caller caller)
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
