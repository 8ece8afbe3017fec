using Weir.Protocol.Primitives;

namespace Weir.Ledger.Entries;

/// <summary>Compares what the ledger says in several places about the same money.</summary>
public static class LedgerAudit
{
    /// <summary>What does not agree, one sentence each; empty for a sound ledger.</summary>
    public static IReadOnlyList<string> Problems(LedgerSums sums)
    {
        var problems = new List<string>();
        Compare("generations", sums.Generations, "charges", sums.Account.Charged);
        Compare("the days of the keys", sums.KeyDays, "charges less refunds", sums.Account.Used);
        Compare("the days of the workspaces", sums.WorkspaceDays, "charges less refunds", sums.Account.Used);
        Compare("the days of the keys", sums.Byok.KeyDays, "generations with credentials of their owners", sums.Byok.Generations);
        Compare("the days of the workspaces", sums.Byok.WorkspaceDays, "generations with credentials of their owners", sums.Byok.Generations);
        if (sums.Mismatches > 0)
        {
            problems.Add($"{sums.Mismatches} generations and charges do not belong together one to one");
        }

        if (sums.Overpaid > 0)
        {
            problems.Add($"of {sums.Overpaid} charges more was given back than was taken");
        }

        return problems;

        void Compare(string place, Usd sum, string other, Usd expected)
        {
            if (sum != expected)
            {
                problems.Add($"{place} add up to ${sum}, the {other} to ${expected}");
            }
        }
    }
}
