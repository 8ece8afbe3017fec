namespace Weir.Ledger.Reconciliation;

/// <summary>One day and model, as the bill and as the ledger have it.</summary>
/// <param name="Day">UTC.</param>
/// <param name="Model">Our slug, or the bill's name where we have no such model.</param>
/// <param name="Bill">Null: it is not on the bill.</param>
/// <param name="Ours">Null: it is not in the ledger.</param>
public sealed record ReconciledRow(DateOnly Day, string Model, BillLine? Bill, DailyCost? Ours)
{
    /// <summary>US dollars of ours less those of the bill.</summary>
    public decimal CostDifference => (Ours?.Cost.ToDollars() ?? 0) - (Bill?.Cost ?? 0);

    /// <summary>Whether both say the same.</summary>
    /// <param name="tolerance">US dollars that the costs may be apart.</param>
    /// <param name="costOnly">Whether counts may differ.</param>
    public bool IsEqual(decimal tolerance, bool costOnly) => Math.Abs(CostDifference) <= tolerance && (costOnly || HasSameCounts());

    // Of what the bill does not count there is nothing to compare.
    private bool HasSameCounts() =>
        Same(Bill?.Counts.Requests, Ours?.Requests)
            && Same(Bill?.Counts.PromptTokens, Ours?.PromptTokens)
            && Same(Bill?.Counts.CompletionTokens, Ours?.CompletionTokens);

    private bool Same(long? bill, long? ours) => (Bill is not null && bill is null) || (bill ?? 0) == (ours ?? 0);
}
