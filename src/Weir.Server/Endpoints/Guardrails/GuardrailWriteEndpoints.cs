using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Guardrails;

/// <summary>Makes, changes and removes guardrails; each change is in force for the next request.</summary>
internal sealed class GuardrailWriteEndpoints(
    GuardrailRegistrar registrar,
    GuardrailDirectory directory,
    WorkspaceDirectory workspaces,
    Guid defaultWorkspace,
    CatalogState catalog,
    ManagementEdge edge,
    TimeProvider time)
{
    public const string Path = "/api/v1/guardrails";

    private readonly GuardrailLookup _lookup = new(directory, workspaces);

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Post(routes, Path, CreateAsync);
        edge.Patch(routes, Path + "/{id}", ChangeAsync);
        edge.Delete(routes, Path + "/{id}", DeleteAsync);
    }

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
        await GuardrailRecords.WriteAsync(context, guardrail, StatusCodes.Status201Created);
    }

    private async Task ChangeAsync(HttpContext context, Caller caller)
    {
        var known = _lookup.Find(context);
        var body = await GuardrailBody.ReadAsync(context, catalog.Current);
        var now = time.GetUtcNow();

        // What is written first is made then.
        var changed = await registrar.ChangeAsync(
            known.Id,
            current => current is not null ? body.Change(known = current) with { UpdatedAt = now }
                : known.IsWorkspaceDefault ? body.Change(known) with { CreatedAt = now, UpdatedAt = now }
                : null,
            context.RequestAborted) ?? throw GuardrailLookup.Missing(context);
        ChangeNote.Add(context, GuardrailLookup.Shown(known), GuardrailLookup.Shown(changed));
        await GuardrailRecords.WriteAsync(context, changed);
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
}
