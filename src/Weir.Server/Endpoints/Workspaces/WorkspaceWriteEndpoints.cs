using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Makes, changes and removes workspaces.</summary>
internal sealed class WorkspaceWriteEndpoints(
    WorkspaceRegistrar registrar, WorkspaceRemoval removal, WorkspaceDirectory directory, ManagementEdge edge, TimeProvider time)
{
    private readonly WorkspaceLookup _lookup = new(directory);

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Post(routes, "/api/v1/workspaces", CreateAsync);
        edge.Patch(routes, "/api/v1/workspaces/{id}", ChangeAsync, Shown);
        edge.Delete(routes, "/api/v1/workspaces/{id}", DeleteAsync);
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var body = await WorkspaceBody.ReadAsync(context);
        var workspace = body.Create(time.GetUtcNow(), caller.Key.Label);
        await SaveAsync(workspace, context);
        await WorkspaceRecords.WriteAsync(context, workspace, StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = _lookup.Find(context);
        var body = await WorkspaceBody.ReadAsync(context);
        var changed = body.Change(known) with { UpdatedAt = time.GetUtcNow() };
        await SaveAsync(changed, context);
        await WorkspaceRecords.WriteAsync(context, changed);
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        await removal.RemoveAsync(_lookup.Find(context), context.RequestAborted);
        await WireResponse.WriteAsync(context, new DeletedResponse(), WireJson.Default.DeletedResponse);
    }

    // The slug in the path may be what is changed.
    private Func<JsonElement> Shown(HttpContext context)
    {
        var id = _lookup.Find(context).Id.ToString();
        return () => AuditedChanges.Shown(WorkspaceRecords.Of(_lookup.Find(id)), WireJson.Default.WorkspaceRecord);
    }

    private async Task SaveAsync(WorkspaceRow workspace, HttpContext context)
    {
        if (!await registrar.TrySaveAsync(workspace, context.RequestAborted))
        {
            throw Refusal.Invalid($"Another workspace has the slug '{workspace.Slug}'. Choose one that is free.");
        }
    }
}
