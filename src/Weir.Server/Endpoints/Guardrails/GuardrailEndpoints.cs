using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Guardrails;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Workspaces;

namespace Weir.Server.Endpoints.Guardrails;

/// <summary>Lists, makes, changes and removes guardrails; each change is in force for the next request.</summary>
internal sealed class GuardrailEndpoints(
    GuardrailRegistrar registrar,
    GuardrailDirectory directory,
    WorkspaceDirectory workspaces,
    Guid defaultWorkspace,
    CatalogState catalog,
    ManagementEdge edge,
    TimeProvider time)
{
    private const string Path = "/api/v1/guardrails";

    private readonly GuardrailLookup _lookup = new(directory, workspaces);
    private readonly WorkspaceLookup _workspaces = new(workspaces);

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Get(routes, Path, ListAsync);
        edge.Post(routes, Path, CreateAsync);
        edge.Get(routes, Path + "/{id}", ShowAsync);
        edge.Patch(routes, Path + "/{id}", ChangeAsync);
        edge.Delete(routes, Path + "/{id}", DeleteAsync);
    }

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var page = ListPage.Of(context);
        var asked = context.Request.Query["workspace_id"].ToString();
        var workspace = asked.Length > 0 ? _workspaces.Find(asked).Id : defaultWorkspace;
        var all = directory.Current.All.Where(row => row.WorkspaceId == workspace).ToArray();
        return WireResponse.WriteAsync(
            context,
            new GuardrailListResponse([.. page.Take(all).Select(GuardrailRecords.Of)], all.Length),
            WireJson.Default.GuardrailListResponse);
    }

    private Task ShowAsync(HttpContext context, Caller caller) => WriteAsync(context, _lookup.Find(context));

    private async Task CreateAsync(HttpContext context, Caller caller)
    {
        var body = await GuardrailBody.ReadAsync(context, catalog.Current, "workspace_id");
        var now = time.GetUtcNow();
        var guardrail = body.Change(new GuardrailRow
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = body.WorkspaceId is { } asked ? WorkspaceOf(asked) : defaultWorkspace,
            Name = body.RequiredName(),
            CreatedAt = now,
        });
        await registrar.SaveAsync(guardrail, context.RequestAborted);
        await WriteAsync(context, guardrail, StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = _lookup.Find(context);
        var body = await GuardrailBody.ReadAsync(context, catalog.Current);
        var now = time.GetUtcNow();

        // What is written first is made then.
        var changed = await registrar.ChangeAsync(
            known.Id,
            current => current is not null ? body.Change(current) with { UpdatedAt = now }
                : known.IsWorkspaceDefault ? body.Change(known) with { CreatedAt = now, UpdatedAt = now }
                : null,
            context.RequestAborted);
        await WriteAsync(context, changed ?? throw GuardrailLookup.Missing(context));
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        if (!await registrar.DeleteAsync(GuardrailLookup.IdOf(context), context.RequestAborted))
        {
            throw GuardrailLookup.Missing(context);
        }

        await WireResponse.WriteAsync(context, new DeletedResponse(), WireJson.Default.DeletedResponse);
    }

    private Guid WorkspaceOf(string text) => Guid.TryParse(text, out var id) && workspaces.Contains(id)
        ? id
        : throw Refusal.Invalid($"There is no workspace '{text}'. Leave 'workspace_id' out for the default one.");

    private static Task WriteAsync(HttpContext context, GuardrailRow row, int status = StatusCodes.Status200OK) => WireResponse.WriteAsync(
        context,
        new DataResponse<GuardrailRecord>(GuardrailRecords.Of(row)),
        WireJson.Default.DataResponseGuardrailRecord,
        status);
}
