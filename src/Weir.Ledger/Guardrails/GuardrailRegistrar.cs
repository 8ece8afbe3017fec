using Weir.Ledger.Keys;

namespace Weir.Ledger.Guardrails;

/// <summary>Makes, changes, assigns and removes guardrails: first durably in the store, then in the directory that requests are judged by.</summary>
public sealed class GuardrailRegistrar(IGuardrailStore store, GuardrailDirectory directory, TimeProvider time) : IDisposable
{
    // One change at a time: an older list does not replace a newer one.
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Takes up what the ledger holds.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var today = UtcWindows.Day(time.GetUtcNow());
        directory.LoadSpend(await store.ReadMemberSpendAsync(today, cancellationToken), today);
        await RefreshAsync(cancellationToken);
    }

    /// <summary>Takes up what has gone with a key, a member or a workspace.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => ChangeAsync(static () => ValueTask.FromResult(0), cancellationToken);

    /// <summary>Inserts a guardrail.</summary>
    public Task SaveAsync(GuardrailRow guardrail, CancellationToken cancellationToken) =>
        ChangeAsync(() => SaveOneAsync(guardrail, cancellationToken), cancellationToken);

    /// <summary>Changes the guardrail with an id as it is when its turn comes, so that of two changes at once neither is lost.</summary>
    /// <param name="id">Of the guardrail.</param>
    /// <param name="change">Makes the new one of what is there; null: nothing is. Null as its result: nothing is to be written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was written.</returns>
    public Task<GuardrailRow?> ChangeAsync(Guid id, Func<GuardrailRow?, GuardrailRow?> change, CancellationToken cancellationToken) =>
        ChangeAsync(() => SaveOneAsync(change(directory.Current.Find(id)), cancellationToken), cancellationToken);

    /// <returns>Whether there was one.</returns>
    public Task<bool> DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(() => store.DeleteGuardrailAsync(id, cancellationToken), cancellationToken);

    /// <summary>Puts a guardrail in force for keys or members, in place of the one that each had.</summary>
    /// <returns>False: it has been deleted meanwhile.</returns>
    public Task<bool> AssignAsync(Guid guardrail, AssignmentKind kind, IReadOnlyList<string> subjects, string assignedBy, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = subjects.Select(subject => new AssignmentRow
        {
            Id = Guid.CreateVersion7(now), GuardrailId = guardrail, Kind = kind, Subject = subject, AssignedBy = assignedBy, CreatedAt = now,
        }).ToArray();
        return ChangeAsync(() => AssignAllAsync(guardrail, rows, cancellationToken), cancellationToken);
    }

    /// <returns>How many it was in force for.</returns>
    public Task<int> UnassignAsync(Guid guardrail, AssignmentKind kind, IReadOnlyList<string> subjects, CancellationToken cancellationToken) =>
        ChangeAsync(() => store.UnassignAsync(guardrail, kind, subjects, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async ValueTask<GuardrailRow?> SaveOneAsync(GuardrailRow? guardrail, CancellationToken cancellationToken)
    {
        if (guardrail is not null)
        {
            await store.SaveGuardrailAsync(guardrail, cancellationToken);
        }

        return guardrail;
    }

    private async ValueTask<bool> AssignAllAsync(Guid guardrail, AssignmentRow[] rows, CancellationToken cancellationToken)
    {
        if (directory.Current.Find(guardrail) is null)
        {
            return false;
        }

        await store.AssignAsync(rows, cancellationToken);
        return true;
    }

    private async Task<T> ChangeAsync<T>(Func<ValueTask<T>> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var result = await change();

            // What is durable is in force, also when its caller has left meanwhile.
            directory.Load(await store.ReadGuardrailsAsync(CancellationToken.None), await store.ReadAssignmentsAsync(CancellationToken.None));
            return result;
        }
        finally
        {
            _ = _gate.Release();
        }
    }
}
