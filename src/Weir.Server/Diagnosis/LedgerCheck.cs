using Weir.Ledger.Entries;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Diagnosis;

/// <summary>Whether the ledger agrees with itself: the balance is the sum of the entries, and every other sum of the same money is too.</summary>
internal static class LedgerCheck
{
    public static void Examine(string folder, List<Finding> findings)
    {
        if (SqliteEntryStore.TryReadSums(folder, out var unread) is not { } sums)
        {
            if (unread is not null)
            {
                findings.Add(new Finding(FindingSeverity.Warning, $"ledger: {unread}"));
            }

            return;
        }

        var problems = LedgerAudit.Problems(sums);
        findings.AddRange(problems.Select(problem => new Finding(FindingSeverity.Wrong, $"ledger: {problem}; stop the server, keep a copy of the folder, and report it")));
        if (problems.Count == 0)
        {
            var credits = sums.Account.Credits.AreInUse ? $"${sums.Account.Credits.Granted} granted, balance ${sums.Account.Balance}" : "no credits granted, so the balance limits nothing";
            findings.Add(new Finding(FindingSeverity.Good, $"ledger: {sums.Entries} entries agree with every other sum; ${sums.Account.Used} used, {credits}"));
        }
    }
}
