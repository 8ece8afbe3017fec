using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Entries;

/// <summary>A refund with whose spend it lowers, and in which windows: those of the charge.</summary>
/// <param name="EntryId">The refund's own number.</param>
/// <param name="Amount">Above zero.</param>
/// <param name="Key">Who was charged.</param>
/// <param name="WorkspaceId">Whose budgets it counted under.</param>
/// <param name="Day">The UTC day that the charge belongs to.</param>
public sealed record RefundedCharge(long EntryId, Usd Amount, KeyHash Key, Guid WorkspaceId, DateOnly Day);
