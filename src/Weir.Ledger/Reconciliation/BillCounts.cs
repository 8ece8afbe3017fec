namespace Weir.Ledger.Reconciliation;

/// <summary>Counts of a bill; null: it has no such column.</summary>
public readonly record struct BillCounts(long? Requests, long? PromptTokens, long? CompletionTokens)
{
    public static BillCounts operator +(BillCounts left, BillCounts right) => Add(left, right);

    /// <exception cref="OverflowException">A sum is beyond 64 bits.</exception>
    public static BillCounts Add(BillCounts left, BillCounts right) => new(
        checked(left.Requests + right.Requests),
        checked(left.PromptTokens + right.PromptTokens),
        checked(left.CompletionTokens + right.CompletionTokens));
}
