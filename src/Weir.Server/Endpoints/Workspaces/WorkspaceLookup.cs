using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Finds the workspace that a request names.</summary>
internal sealed class WorkspaceLookup(WorkspaceDirectory directory)
{
    /// <summary>The workspace of a request's path, by its id or its slug.</summary>
    /// <exception cref="GatewayException">404.</exception>
    public WorkspaceRow Find(HttpContext context) => Find((string)context.Request.RouteValues["id"]!);

    /// <exception cref="GatewayException">404.</exception>
    public WorkspaceRow Find(string idOrSlug) => directory.Find(idOrSlug)
        ?? throw new GatewayException(GatewayError.Client(GatewayErrorCode.NotFound, $"There is no workspace '{idOrSlug}'. GET /api/v1/workspaces lists those there are."));
}
