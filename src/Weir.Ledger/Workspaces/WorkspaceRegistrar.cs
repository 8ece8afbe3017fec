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

        await RefreshAsync(cancellationToken);
    }

    /// <summary>Inserts a workspace, or replaces the one with the same id.</summary>
    /// <returns>False when another workspace has the slug.</returns>
    public async Task<bool> TrySaveAsync(WorkspaceRow workspace, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (directory.Find(workspace.Slug) is { } taken && taken.Id != workspace.Id)
            {
                return false;
            }

            await store.SaveWorkspaceAsync(workspace, cancellationToken);
            await RefreshAsync(cancellationToken);
            return true;
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    public Task DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(async () => await store.DeleteWorkspaceAsync(id, cancellationToken), cancellationToken);

    /// <summary>Sets the budget of a window; in force for the next request.</summary>
    /// <returns>It, or the budget that it contradicts: a longer window must allow more than a shorter one.</returns>
    public async Task<(BudgetRow? Saved, BudgetRow? Contradicted)> SetBudgetAsync(
        Guid workspace, LimitReset reset, Usd limit, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var budgets = directory.StateOf(workspace).Budgets;
            if (budgets.FirstOrDefault(other => Contradicts(other, reset, limit)) is { } contradicted)
            {
                return (null, contradicted);
            }

            var now = time.GetUtcNow();
            var before = budgets.FirstOrDefault(known => known.Reset == reset);
            var budget = new BudgetRow
            {
                Id = before?.Id ?? Guid.CreateVersion7(now),
                WorkspaceId = workspace,
                Reset = reset,
                Limit = limit,
                CreatedAt = before?.CreatedAt ?? now,
                UpdatedAt = now,
            };
            await store.SaveBudgetAsync(budget, cancellationToken);
            await RefreshAsync(cancellationToken);
            return (budget, null);
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

    private async Task ChangeAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await change();
            await RefreshAsync(cancellationToken);
        }
        finally
        {
            _ = _gate.Release();
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken) =>
        directory.Load(await store.ReadWorkspacesAsync(cancellationToken), await store.ReadBudgetsAsync(cancellationToken));
}
