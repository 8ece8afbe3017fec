namespace Weir.Ledger.Activity;

/// <summary>The order of rows of sums.</summary>
public sealed record UsageOrder(UsageMeasure By, bool Descending);
