using Weir.Protocol.Primitives;

namespace Weir.Protocol.Credits;

/// <summary>A refund, and what it leaves.</summary>
/// <param name="Data">Its entry.</param>
/// <param name="Refundable">US dollars of the charge that have not been given back.</param>
/// <param name="Balance">US dollars: the account's balance with it.</param>
public sealed record RefundResponse(EntryRecord Data, Usd Refundable, Usd Balance);
