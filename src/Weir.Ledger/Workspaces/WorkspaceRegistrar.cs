using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Workspaces;

/// <summary>Makes, changes and removes workspaces and budgets: first durably in the store, then in the directory that requests are let in by.</summary>
public sealed class WorkspaceRegistrar(IWorkspaceStore store, Guid defaultId, WorkspaceDirectory directory, TimeProvider time) : IDisposable
{
    // One change at a time: a slug is taken by one of two, and an older list does not replace a newer one.
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Takes up what the ledger holds, and makes the first workspace where there is none.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var today = UtcWindows.Day(now);
        directory.LoadUsage(await store.ReadUsageAsync(today, cancellationToken), today, await store.ReadByokAsync(today, cancellationToken));
        if ((await store.ReadWorkspacesAsync(cancellationToken)).All(known => known.Id != defaultId))
        {
            await store.SaveWorkspaceAsync(new WorkspaceRow { Id = defaultId, Slug = "default", Name = "Default", CreatedAt = now }, cancellationToken);
        }

        await RefreshAsync();
    }

    /// <summary>Inserts a workspace.</summary>
    /// <returns>False when another workspace has the slug.</returns>
    public async Task<bool> TryAddAsync(WorkspaceRow workspace, CancellationToken cancellationToken) =>
        (await ChangeAsync(workspace.Id, _ => workspace, cancellationToken)).IsSaved;

    /// <summary>Changes the workspace with an id as it is when its turn comes, so that of two changes at once neither is lost.</summary>
    /// <param name="id">Of the workspace.</param>
    /// <param name="change">Makes the new one of what is there; null: nothing is. What it throws is thrown, and nothing is written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The new one, and whether it was saved: not when another workspace has the slug.</returns>
    public async Task<(WorkspaceRow Row, bool IsSaved)> ChangeAsync(Guid id, Func<WorkspaceRow?, WorkspaceRow> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var workspace = change(directory.RowOf(id));
            if (directory.Find(workspace.Slug) is { } taken && taken.Id != id)
            {
                return (workspace, false);
            }

            await store.SaveWorkspaceAsync(workspace, cancellationToken);
            await RefreshAsync();
            return (workspace, true);
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    public Task DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(async () => await store.DeleteWorkspaceAsync(id, cancellationToken), cancellationToken);

    /// <summary>Sets the budget of a window; in force for the next request.</summary>
    /// <param name="id">Of the workspace.</param>
    /// <param name="reset">The window.</param>
    /// <param name="limit">What may be spent in it.</param>
    /// <param name="includeByok">What counts towards the budgets of the workspace; null: as before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is no such workspace.</returns>
    public async Task<BudgetChange?> SetBudgetAsync(Guid id, LimitReset reset, Usd limit, bool? includeByok, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (directory.RowOf(id) is not { } workspace)
            {
                return null;
            }

            var budgets = directory.StateOf(id).Budgets;
            var before = budgets.FirstOrDefault(known => known.Reset == reset);
            if (budgets.FirstOrDefault(other => Contradicts(other, reset, limit)) is { } contradicted)
            {
                return new BudgetChange(workspace, workspace, before, Saved: null, contradicted);
            }

            var budget = NewBudget(id, reset, limit, before);
            await store.SaveBudgetAsync(budget, cancellationToken);
            await RefreshAsync();
            return new BudgetChange(workspace, await CountByokAsync(workspace, includeByok), before, budget, Contradicted: null);
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    public Task DeleteBudgetAsync(Guid workspace, LimitReset reset, CancellationToken cancellationToken) =>
        ChangeAsync(async () => _ = await store.DeleteBudgetAsync(workspace, reset, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private static bool Contradicts(BudgetRow other, LimitReset reset, Usd limit) =>
        other.Reset != reset && (Length(other.Reset) < Length(reset) ? other.Limit >= limit : other.Limit <= limit);

    private static int Length(LimitReset reset) => reset == LimitReset.Never ? int.MaxValue : (int)reset;

    private BudgetRow NewBudget(Guid workspace, LimitReset reset, Usd limit, BudgetRow? before)
    {
        var now = time.GetUtcNow();
        return new BudgetRow
        {
            Id = before?.Id ?? Guid.CreateVersion7(now),
            WorkspaceId = workspace,
            Reset = reset,
            Limit = limit,
            CreatedAt = before?.CreatedAt ?? now,
            UpdatedAt = now,
        };
    }

    // The budget is durable already: this follows, also when its caller has left meanwhile.
    private async Task<WorkspaceRow> CountByokAsync(WorkspaceRow workspace, bool? includeByok)
    {
        if (includeByok is not { } counts || counts == workspace.IncludeByokInBudgets)
        {
            return workspace;
        }

        var changed = workspace with { IncludeByokInBudgets = counts, UpdatedAt = time.GetUtcNow() };
        await store.SaveWorkspaceAsync(changed, CancellationToken.None);
        await RefreshAsync();
        return changed;
    }

    private async Task ChangeAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await change();
            await RefreshAsync();
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    // What is durable is in force, also when its caller has left meanwhile.
    private async Task RefreshAsync() =>
        directory.Load(await store.ReadWorkspacesAsync(CancellationToken.None), await store.ReadBudgetsAsync(CancellationToken.None));
}
