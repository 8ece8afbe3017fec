using Weir.Protocol.Primitives;

namespace Weir.Ledger.Entries;

/// <summary>What came of a wish to give a charge back.</summary>
/// <param name="Outcome">Which.</param>
/// <param name="Entry">The refund, where there is one.</param>
/// <param name="Left">What of the charge has not been given back, after this.</param>
public sealed record RefundResult(RefundOutcome Outcome, EntryRow? Entry, Usd Left);
