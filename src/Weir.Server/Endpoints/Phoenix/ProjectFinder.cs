using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Finds the project that an address names.</summary>
internal sealed class ProjectFinder(ITraceStore store)
{
    /// <exception cref="GatewayException">404: the workspace has none such.</exception>
    public ValueTask<ProjectRow> FindAsync(HttpContext context, Caller caller) =>
        FindAsync((string)context.Request.RouteValues["project_identifier"]!, caller, context.RequestAborted);

    /// <exception cref="GatewayException">404: the workspace has none such.</exception>
    public async ValueTask<ProjectRow> FindAsync(string identifier, Caller caller, CancellationToken cancellationToken) =>
        await ProjectLookup.FindAsync(store, caller.WorkspaceId, identifier, cancellationToken)
        ?? throw PhoenixEdge.NotFound($"There is no project with the id or name '{identifier}'.");

    /// <summary>Ends the request when a parameter is wrong.</summary>
    /// <exception cref="GatewayException">422.</exception>
    public static void Require(QueryText text)
    {
        if (text.Problem is { } problem)
        {
            throw PhoenixEdge.Unprocessable(problem + ".");
        }
    }
}
