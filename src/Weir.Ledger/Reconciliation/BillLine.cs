namespace Weir.Ledger.Reconciliation;

/// <summary>What a bill says of one model on one day; several rows of it added up.</summary>
/// <param name="Day">UTC.</param>
/// <param name="Model">As the bill names it.</param>
/// <param name="Counts">What it counts.</param>
/// <param name="Cost">US dollars, exact.</param>
public sealed record BillLine(DateOnly Day, string Model, BillCounts Counts, decimal Cost);
