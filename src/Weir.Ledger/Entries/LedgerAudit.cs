using Weir.Protocol.Primitives;

namespace Weir.Ledger.Entries;

/// <summary>Compares what the ledger says in several places about the same money.</summary>
public static class LedgerAudit
{
    /// <summary>What does not agree, one sentence each; empty for a sound ledger.</summary>
    public static IReadOnlyList<string> Problems(LedgerSums sums)
    {
        var problems = new List<string>();
        Compare("generations", sums.Generations);
        Compare("the days of the keys", sums.KeyDays);
        Compare("the days of the workspaces", sums.WorkspaceDays);
        if (sums.Mismatches > 0)
        {
            problems.Add($"{sums.Mismatches} generations and charges do not belong together one to one");
        }

        return problems;

        void Compare(string place, Usd sum)
        {
            if (sum != sums.Account.Charged)
            {
                problems.Add($"{place} add up to ${sum}, the charges to ${sums.Account.Charged}");
            }
        }
    }
}
