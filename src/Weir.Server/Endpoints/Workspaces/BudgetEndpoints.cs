using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Workspaces;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Workspaces;

/// <summary>What a workspace may spend a day, a week, a month and in all; each change is in force for the next request.</summary>
internal sealed class BudgetEndpoints(WorkspaceRegistrar registrar, WorkspaceDirectory directory, ManagementEdge edge)
{
    private const string Path = "/api/v1/workspaces/{id}/budgets";

    private readonly WorkspaceLookup _lookup = new(directory);
    private readonly BudgetLookup _budgets = new(directory);

    public void Map(IEndpointRouteBuilder routes)
    {
        edge.Get(routes, Path, ListAsync);
        edge.Get(routes, Path + "/{interval}", ShowAsync);
        edge.Put(routes, Path + "/{interval}", SetAsync);
        edge.Delete(routes, Path + "/{interval}", DeleteAsync);
    }

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var workspace = _lookup.Find(context);
        return WireResponse.WriteAsync(
            context,
            new BudgetListResponse([.. directory.StateOf(workspace.Id).Budgets.Select(WorkspaceRecords.Of)], workspace.IncludeByokInBudgets),
            WireJson.Default.BudgetListResponse);
    }

    private Task ShowAsync(HttpContext context, Caller caller)
    {
        var workspace = _lookup.Find(context);
        return WriteAsync(context, workspace, _budgets.Find(context, workspace));
    }

    private async Task SetAsync(HttpContext context, Caller caller)
    {
        var workspace = _lookup.Find(context);
        var reset = BudgetLookup.ResetOf(context);
        var body = await ManagementBody.ReadAsync(context, "limit_usd", "include_byok_in_budgets");
        var limit = body.RequiredMoney("limit_usd");
        var counts = body.Flag("include_byok_in_budgets");
        var change = await registrar.SetBudgetAsync(workspace.Id, reset, limit, counts, context.RequestAborted)
            ?? throw WorkspaceLookup.Missing(workspace.Slug);
        if (change.Contradicted is { } other)
        {
            throw Refusal.Invalid($"${limit} {BudgetLookup.NameOf(reset)} contradicts the {BudgetLookup.NameOf(other.Reset)} budget of ${other.Limit}: a longer window must allow more than a shorter one.");
        }

        ChangeNote.Add(context, BudgetLookup.Shown(change.Before, change.WorkspaceBefore), BudgetLookup.Shown(change.Saved, change.Workspace));
        await WriteAsync(context, change.Workspace, change.Saved!);
    }

    private async Task DeleteAsync(HttpContext context, Caller caller)
    {
        var workspace = _lookup.Find(context);
        await registrar.DeleteBudgetAsync(workspace.Id, _budgets.Find(context, workspace).Reset, context.RequestAborted);
        await WireResponse.WriteAsync(context, new DeletedResponse(), WireJson.Default.DeletedResponse);
    }

    private static Task WriteAsync(HttpContext context, WorkspaceRow workspace, BudgetRow budget) => WireResponse.WriteAsync(
        context,
        new BudgetResponse(WorkspaceRecords.Of(budget), workspace.IncludeByokInBudgets),
        WireJson.Default.BudgetResponse);
}
