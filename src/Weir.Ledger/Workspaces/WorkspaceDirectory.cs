using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Ledger.Contents;
using Weir.Ledger.Keys;

namespace Weir.Ledger.Workspaces;

/// <summary>All workspaces and their budgets in memory, so that letting a request in reads no database.</summary>
/// <remarks>Readers see one immutable snapshot, swapped whole; the running spend outlives the swap. Bounded by the workspaces of the ledger.</remarks>
public sealed class WorkspaceDirectory
{
    private readonly ConcurrentDictionary<Guid, SpendState> _usage = new();
    private FrozenDictionary<Guid, Entry> _entries = FrozenDictionary<Guid, Entry>.Empty;

    /// <summary>Every workspace, the oldest first.</summary>
    public ImmutableArray<WorkspaceRow> All =>
        [.. Volatile.Read(ref _entries).Values.Select(entry => entry.Row).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)];

    /// <summary>Takes up the spend that the ledger holds; at the start, before any request.</summary>
    /// <param name="usage">Charges, by workspace.</param>
    /// <param name="byok">What providers billed to the owners of credentials, by workspace; null: nothing.</param>
    /// <param name="today">The day that both are of.</param>
    public void LoadUsage(IReadOnlyDictionary<Guid, Spend> usage, DateOnly today, IReadOnlyDictionary<Guid, Spend>? byok = null)
    {
        foreach (var (workspace, spent) in usage)
        {
            _usage[workspace] = new SpendState(spent, today, byok?.GetValueOrDefault(workspace) ?? default);
        }
    }

    /// <summary>Replaces all workspaces and budgets.</summary>
    public void Load(IReadOnlyCollection<WorkspaceRow> workspaces, IReadOnlyCollection<BudgetRow> budgets)
    {
        var byWorkspace = budgets.ToLookup(budget => budget.WorkspaceId);
        Volatile.Write(
            ref _entries,
            workspaces.ToFrozenDictionary(row => row.Id, row => new Entry(row, StateOf(row, byWorkspace[row.Id]))));
    }

    /// <summary>A workspace by its id or its slug; null when there is none.</summary>
    public WorkspaceRow? Find(string idOrSlug) => Guid.TryParse(idOrSlug, out var id) && Volatile.Read(ref _entries).TryGetValue(id, out var known)
        ? known.Row
        : Volatile.Read(ref _entries).Values.FirstOrDefault(entry => entry.Row.Slug == idOrSlug)?.Row;

    /// <summary>Null when there is none.</summary>
    public WorkspaceRow? RowOf(Guid id) => Volatile.Read(ref _entries).GetValueOrDefault(id)?.Row;

    /// <summary>Whose prompts and answers of a workspace are kept; nobody's, of one that is not there.</summary>
    public LoggingPolicy LoggingOf(Guid id) => Volatile.Read(ref _entries).TryGetValue(id, out var known) ? known.Row.Logging : LoggingPolicy.Off;

    public bool Contains(Guid id) => Volatile.Read(ref _entries).ContainsKey(id);

    /// <summary>The limits of a workspace; one that is not there has none.</summary>
    public WorkspaceState StateOf(Guid id) => Volatile.Read(ref _entries).TryGetValue(id, out var known) ? known.State : new WorkspaceState(UsageOf(id), []);

    private WorkspaceState StateOf(WorkspaceRow row, IEnumerable<BudgetRow> budgets) =>
        new(UsageOf(row.Id), [.. budgets.OrderBy(Rank)]) { IncludesByok = row.IncludeByokInBudgets };

    private SpendState UsageOf(Guid id) => _usage.GetOrAdd(id, _ => new SpendState(default, DateOnly.MinValue));

    // The shortest window first: of several that are used up, the one that opens again first is named.
    private static int Rank(BudgetRow budget) => budget.Reset == LimitReset.Never ? int.MaxValue : (int)budget.Reset;

    private sealed record Entry(WorkspaceRow Row, WorkspaceState State);
}
