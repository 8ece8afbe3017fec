using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Experiments;

namespace Weir.Server.Endpoints.Phoenix.Experiments;

/// <summary>Finds the experiment that an address names.</summary>
internal sealed class ExperimentFinder(IExperimentStore store)
{
    /// <exception cref="GatewayException">422: not the id of an experiment. 404: the workspace has none such.</exception>
    public async ValueTask<ExperimentRow> FindAsync(HttpContext context, Caller caller)
    {
        var text = (string)context.Request.RouteValues["experiment_id"]!;
        var id = GlobalId.TryReadNumber(text, NodeType.Experiment) ?? throw PhoenixEdge.Unprocessable($"Invalid experiment ID format: {text}");
        return await store.FindAsync(caller.WorkspaceId, id, context.RequestAborted) ?? throw PhoenixEdge.NotFound($"Experiment with ID {text} does not exist");
    }
}
