using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Contents;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Workspaces;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>Lists, makes, changes and removes workspaces.</summary>
internal sealed class WorkspaceEndpoints(
    WorkspaceRegistrar registrar,
    GuardrailRegistrar guardrails,
    WorkspaceDirectory directory,
    KeyDirectory keys,
    AccessPolicy policy,
    OrganizationRegistrar organization,
    Guid defaultId,
    ManagementEdge edge,
    TimeProvider time)
{
    private const int LongestName = 100;
    private const int LongestDescription = 500;

    private readonly WorkspaceLookup _lookup = new(directory);

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Get(routes, "/api/v1/workspaces", ListAsync);
        edge.Post(routes, "/api/v1/workspaces", CreateAsync);
        edge.Get(routes, "/api/v1/workspaces/{id}", ShowAsync);
        edge.Patch(routes, "/api/v1/workspaces/{id}", ChangeAsync);
        edge.Delete(routes, "/api/v1/workspaces/{id}", DeleteAsync);
    }

    private Task ListAsync(HttpContext context, Caller caller)
    {
        WorkspaceRow[] all = [.. policy.Visible(caller, directory.All)];
        return WireResponse.WriteAsync(
            context,
            new WorkspaceListResponse([.. ListPage.Of(context).Take(all).Select(WorkspaceRecords.Of)], all.Length),
            WireJson.Default.WorkspaceListResponse);
    }

    private Task ShowAsync(HttpContext context, Caller caller) => WriteAsync(context, _lookup.Find(context));

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var body = await WorkspaceBody.ReadAsync(context);
        var now = time.GetUtcNow();
        var workspace = new WorkspaceRow
        {
            Id = Guid.CreateVersion7(now),
            Name = body.RequiredText("name", LongestName),
            Slug = WorkspaceBody.Slug(body),
            Description = body.Text("description", LongestDescription),
            Logging = LoggingBody.Read(body, LoggingPolicy.Off),
            CreatedAt = now,
            CreatedBy = caller.Key.Label,
        };
        workspace = WorkspaceBody.WithRouting(workspace, body);
        await SaveAsync(workspace, context);
        await WriteAsync(context, workspace, StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = _lookup.Find(context);
        var body = await WorkspaceBody.ReadAsync(context);
        var changed = known with
        {
            Name = body.Has("name") ? body.RequiredText("name", LongestName) : known.Name,
            Slug = body.Has("slug") ? WorkspaceBody.Slug(body) : known.Slug,
            Description = body.Has("description") ? body.Text("description", LongestDescription) : known.Description,
            Logging = LoggingBody.Read(body, known.Logging),
            UpdatedAt = time.GetUtcNow(),
        };
        changed = WorkspaceBody.WithRouting(changed, body);
        await SaveAsync(changed, context);
        await WriteAsync(context, changed);
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        var workspace = _lookup.Find(context);
        if (workspace.Id == defaultId)
        {
            throw Refusal.Denied("The default workspace cannot be deleted.");
        }

        var now = time.GetUtcNow();
        if (keys.All.Count(known => known.WorkspaceId == workspace.Id && known.Key.IsActive(now)) is > 0 and var active)
        {
            throw Refusal.Invalid($"Workspace '{workspace.Slug}' has {active} active keys. Disable or delete them first (GET /api/v1/keys?workspace_id={workspace.Id} lists them).");
        }

        await registrar.DeleteAsync(workspace.Id, context.RequestAborted);
        await guardrails.RefreshAsync(CancellationToken.None);
        await organization.RefreshAsync(context.RequestAborted);
        await WireResponse.WriteAsync(context, new DeletedResponse(), WireJson.Default.DeletedResponse);
    }

    private async Task SaveAsync(WorkspaceRow workspace, HttpContext context)
    {
        if (!await registrar.TrySaveAsync(workspace, context.RequestAborted))
        {
            throw Refusal.Invalid($"Another workspace has the slug '{workspace.Slug}'. Choose one that is free.");
        }
    }

    private static Task WriteAsync(HttpContext context, WorkspaceRow workspace, int status = StatusCodes.Status200OK) => WireResponse.WriteAsync(
        context,
        new DataResponse<WorkspaceRecord>(WorkspaceRecords.Of(workspace)),
        WireJson.Default.DataResponseWorkspaceRecord,
        status);
}
