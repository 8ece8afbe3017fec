using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
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
        edge.Patch(routes, "/api/v1/workspaces/{id}", ChangeAsync);
        edge.Delete(routes, "/api/v1/workspaces/{id}", DeleteAsync);
    }

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var body = await WorkspaceBody.ReadAsync(context);
        var workspace = body.Create(time.GetUtcNow(), caller.Key.Label);
        if (!await registrar.TryAddAsync(workspace, context.RequestAborted))
        {
            throw Taken(workspace);
        }

        await WorkspaceRecords.WriteAsync(context, workspace, StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = _lookup.Find(context);
        var body = await WorkspaceBody.ReadAsync(context);
        var (changed, isSaved) = await registrar.ChangeAsync(
            known.Id,
            current => body.Change(known = current ?? throw WorkspaceLookup.Missing(known.Slug)) with { UpdatedAt = time.GetUtcNow() },
            context.RequestAborted);
        if (!isSaved)
        {
            throw Taken(changed);
        }

        ChangeNote.Add(context, Shown(known), Shown(changed));
        await WorkspaceRecords.WriteAsync(context, changed);
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        await removal.RemoveAsync(_lookup.Find(context), context.RequestAborted);
        await WireResponse.WriteAsync(context, new DeletedResponse(), WireJson.Default.DeletedResponse);
    }

    private static JsonElement Shown(WorkspaceRow workspace) => AuditedChanges.Shown(WorkspaceRecords.Of(workspace), WireJson.Default.WorkspaceRecord);

    private static GatewayException Taken(WorkspaceRow workspace) =>
        Refusal.Invalid($"Another workspace has the slug '{workspace.Slug}'. Choose one that is free.");
}
