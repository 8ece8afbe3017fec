using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Phoenix's <c>POST /v1/experiment_evaluations</c>.</summary>
internal sealed class EvaluationWriteEndpoint(PhoenixEdge edge, IExperimentStore store)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/experiment_evaluations", edge.AnyKey(WriteAsync));

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
}
