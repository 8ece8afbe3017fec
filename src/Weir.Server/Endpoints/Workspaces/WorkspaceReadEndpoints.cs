using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Workspaces;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Lists workspaces, and shows one of them.</summary>
internal sealed class WorkspaceReadEndpoints(WorkspaceDirectory directory, AccessPolicy policy, ManagementEdge edge)
{
    private readonly WorkspaceLookup _lookup = new(directory);

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Get(routes, "/api/v1/workspaces", ListAsync);
        edge.Get(routes, "/api/v1/workspaces/{id}", ShowAsync);
    }

    private Task ListAsync(HttpContext context, Caller caller)
    {
        WorkspaceRow[] all = [.. policy.Visible(caller, directory.All)];
        return WireResponse.WriteAsync(
            context,
            new WorkspaceListResponse([.. ListPage.Of(context).Take(all).Select(WorkspaceRecords.Of)], all.Length),
            WireJson.Default.WorkspaceListResponse);
    }

    private Task ShowAsync(HttpContext context, Caller caller) => WorkspaceRecords.WriteAsync(context, _lookup.Find(context));
}
