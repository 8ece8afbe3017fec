using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Phoenix's <c>POST /v1/experiments/{id}/runs</c>.</summary>
internal sealed class RunWriteEndpoint(PhoenixEdge edge, ExperimentFinder finder, IExperimentStore store)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/experiments/{experiment_id}/runs", edge.AnyKey(CreateAsync));

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var experiment = await finder.FindAsync(context, caller);
        using var document = await PhoenixEdge.ParseAsync(context);
        var run = Read(PhoenixBody.Of(document.RootElement), experiment);
        var outcome = await store.WriteRunAsync(caller.WorkspaceId, run, context.RequestAborted);
        var id = GlobalId.Of(NodeType.ExperimentRun, outcome.Id);
        if (outcome.Id == 0)
        {
            throw PhoenixEdge.NotFound($"The experiment has no example {GlobalId.Of(NodeType.DatasetExample, run.ExampleId)}.");
        }

        if (outcome.IsFinished)
        {
            throw PhoenixEdge.Conflict($"Experiment run {id} already exists with a successful result and cannot be updated");
        }

        await PhoenixJson.WriteAsync(context, writer => PhoenixJson.WriteId(writer, NodeType.ExperimentRun, outcome.Id));
    }

    private static RunRow Read(PhoenixBody body, ExperimentRow experiment)
    {
        var example = body.RequiredText("dataset_example_id");
        var repetition = body.Count("repetition_number") ?? throw PhoenixEdge.Unprocessable("'repetition_number' is missing.");
        if (repetition > experiment.Repetitions)
        {
            throw PhoenixEdge.Unprocessable($"'repetition_number' is {repetition}; the experiment has {experiment.Repetitions} repetitions.");
        }

        return new RunRow
        {
            ExperimentId = experiment.Id,
            ExampleId = GlobalId.TryReadNumber(example, NodeType.DatasetExample)
                ?? throw PhoenixEdge.NotFound($"DatasetExample with ID {example} does not exist"),
            Repetition = repetition,

            // Clients leave out what JSON has no word for: the output of a task that gave none.
            Output = body.Json.TryGetProperty("output"u8, out var output) ? CompactJson.Of(output) : "null",
            Error = body.Text("error"),
            TraceId = body.Text("trace_id"),
            StartUnixNanos = body.RequiredTime("start_time"),
            EndUnixNanos = body.RequiredTime("end_time"),
        };
    }
}
