namespace Weir.Server.Reconciliation;

/// <summary>What came of comparing a bill with the ledger.</summary>
/// <param name="IsEqual">Whether they agree, within the tolerance.</param>
/// <param name="Text">For people or programs, as it was asked for.</param>
public sealed record ComparisonReport(bool IsEqual, string Text);
