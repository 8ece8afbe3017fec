using System.Collections.Concurrent;
using Weir.Ledger.Keys;

namespace Weir.Ledger.Guardrails;

/// <summary>All guardrails in memory, and what the owners of keys have spent, so that letting a request in reads no database.</summary>
/// <remarks>
/// Readers see one immutable snapshot, swapped whole; the running spend outlives the swap. Bounded by the guardrails, assignments and owners of
/// keys in the ledger.
/// </remarks>
public sealed class GuardrailDirectory
{
    private readonly ConcurrentDictionary<(string UserId, Guid WorkspaceId), MemberSpend> _spend = new();
    private readonly ConcurrentDictionary<string, SpendState> _everywhere = new(StringComparer.Ordinal);
    private GuardrailSnapshot _current = GuardrailSnapshot.Empty;

    public GuardrailSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Takes up the spend that the ledger holds; at the start, before any request.</summary>
    public void LoadSpend(IReadOnlyList<MemberSpendRow> spend, DateOnly today)
    {
        foreach (var user in spend.GroupBy(line => line.UserId, StringComparer.Ordinal))
        {
            var (spent, byok) = user.Aggregate(
                (Spent: default(Spend), Byok: default(Spend)), (sum, line) => (sum.Spent.Plus(line.Spent), sum.Byok.Plus(line.Byok)));
            var everywhere = new SpendState(spent, today, byok);
            _everywhere[user.Key] = everywhere;
            foreach (var line in user)
            {
                _spend[(line.UserId, line.WorkspaceId)] = new MemberSpend(everywhere, new SpendState(line.Spent, today, line.Byok));
            }
        }
    }

    /// <summary>Replaces all guardrails and assignments.</summary>
    public void Load(IReadOnlyCollection<GuardrailRow> guardrails, IReadOnlyCollection<AssignmentRow> assignments) =>
        Volatile.Write(ref _current, new GuardrailSnapshot(guardrails, assignments));

    /// <summary>What the owner of a key has spent; null when it has none.</summary>
    public MemberSpend? SpendOf(KeyRow key) => key.CreatorUserId is not { } owner ? null
        : _spend.TryGetValue((owner, key.WorkspaceId), out var known) ? known
        : _spend.GetOrAdd((owner, key.WorkspaceId), NewSpend);

    private MemberSpend NewSpend((string UserId, Guid WorkspaceId) place) => new(
        _everywhere.GetOrAdd(place.UserId, _ => new SpendState(default, DateOnly.MinValue)),
        new SpendState(default, DateOnly.MinValue));
}
