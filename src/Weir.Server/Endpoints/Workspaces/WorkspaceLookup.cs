using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Finds the workspace that a request names.</summary>
internal sealed class WorkspaceLookup(WorkspaceDirectory directory)
{
    /// <summary>Names all of them. Beyond the document, which lists one workspace at a time.</summary>
    public const string EveryWorkspace = "all";

    /// <summary>The workspace of a request's path, by its id or its slug.</summary>
    /// <exception cref="GatewayException">404.</exception>
    public WorkspaceRow Find(HttpContext context) => Find((string)context.Request.RouteValues["id"]!);

    /// <summary>The workspace that a list is asked for; null when the request names none.</summary>
    /// <exception cref="GatewayException">400: there is no such workspace.</exception>
    public WorkspaceRow? Asked(HttpContext context) => context.Request.Query["workspace_id"].ToString() is not { Length: > 0 } text ? null
        : directory.Find(text) ?? throw Refusal.Invalid($"There is no workspace '{text}'. GET /api/v1/workspaces lists those there are.");

    /// <summary>The workspace whose things a list has, the default one unless another is named; null: all of them, in one list.</summary>
    /// <exception cref="GatewayException">400: there is no such workspace.</exception>
    public Guid? Listed(HttpContext context, Guid defaultWorkspace) =>
        context.Request.Query["workspace_id"] == EveryWorkspace ? null : Asked(context)?.Id ?? defaultWorkspace;

    /// <exception cref="GatewayException">404.</exception>
    public WorkspaceRow Find(string idOrSlug) => directory.Find(idOrSlug) ?? throw Missing(idOrSlug);

    public static GatewayException Missing(string idOrSlug) =>
        Refusal.NotFound($"There is no workspace '{idOrSlug}'. GET /api/v1/workspaces lists those there are.");
}
