using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Guardrails;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Workspaces;

namespace Weir.Server.Endpoints.Guardrails;

/// <summary>Lists the guardrails of a workspace or of all, and shows one of them.</summary>
internal sealed class GuardrailReadEndpoints(GuardrailDirectory directory, WorkspaceDirectory workspaces, Guid defaultWorkspace, ManagementEdge edge)
{
    private readonly GuardrailLookup _lookup = new(directory, workspaces);
    private readonly WorkspaceLookup _workspaces = new(workspaces);

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Get(routes, GuardrailWriteEndpoints.Path, ListAsync);
        edge.Get(routes, GuardrailWriteEndpoints.Path + "/{id}", ShowAsync);
    }

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var page = ListPage.Of(context);
        var workspace = _workspaces.Listed(context, defaultWorkspace);
        var all = directory.Current.All.Where(row => workspace is null || row.WorkspaceId == workspace).ToArray();
        return WireResponse.WriteAsync(
            context,
            new GuardrailListResponse([.. page.Take(all).Select(GuardrailRecords.Of)], all.Length),
            WireJson.Default.GuardrailListResponse);
    }

    private Task ShowAsync(HttpContext context, Caller caller) => GuardrailRecords.WriteAsync(context, _lookup.Find(context));
}
