using System.Collections.Concurrent;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;

namespace Weir.Gateway.Guardrails;

/// <summary>What the guardrails of each caller come to: computed once for each combination and each change of guardrails, not for each request.</summary>
/// <remarks>Bounded by the combinations that keys, members and workspaces have. Safe for any number of requests at once.</remarks>
public sealed class GuardrailPolicies(GuardrailDirectory directory)
{
    private Made _made = new(directory.Current, new ConcurrentDictionary<string, MatchFinder>(StringComparer.Ordinal));

    /// <summary>The policy of a key as it is now.</summary>
    public GuardrailPolicy Of(KeyRow key)
    {
        var snapshot = directory.Current;
        var applied = snapshot.Of(key);
        if (applied.IsEmpty)
        {
            return GuardrailPolicy.None;
        }

        var made = Volatile.Read(ref _made);
        if (!ReferenceEquals(made.Snapshot, snapshot))
        {
            made = new Made(snapshot, StillUsed(made.Patterns, snapshot));
            Volatile.Write(ref _made, made);
        }

        var combination = (applied.Workspace?.Id, applied.Member?.Id, applied.Key?.Id);
        return made.Policies.TryGetValue(combination, out var policy)
            ? policy
            : made.Policies.GetOrAdd(combination, new PolicyBuilder(made.Patterns).Build(applied));
    }

    /// <summary>Makes what the filters of all guardrails take to search; at the start, before any request.</summary>
    public void Prepare()
    {
        foreach (var builtin in directory.Current.All.SelectMany(row => row.BuiltinFilters ?? []))
        {
            BuiltinFilters.Prepare(builtin.Slug);
        }
    }

    // Making a matcher is what costs: those whose pattern is still there are kept.
    private static ConcurrentDictionary<string, MatchFinder> StillUsed(ConcurrentDictionary<string, MatchFinder> patterns, GuardrailSnapshot snapshot)
    {
        var used = snapshot.All.SelectMany(row => row.ContentFilters ?? []).Select(filter => filter.Pattern).ToHashSet(StringComparer.Ordinal);
        return new ConcurrentDictionary<string, MatchFinder>(patterns.Where(known => used.Contains(known.Key)), StringComparer.Ordinal);
    }

    private sealed record Made(GuardrailSnapshot Snapshot, ConcurrentDictionary<string, MatchFinder> Patterns)
    {
        public ConcurrentDictionary<(Guid? Workspace, Guid? Member, Guid? Key), GuardrailPolicy> Policies { get; } = new();
    }
}
