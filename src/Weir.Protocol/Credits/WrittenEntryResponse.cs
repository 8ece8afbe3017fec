using Weir.Protocol.Primitives;

namespace Weir.Protocol.Credits;

/// <summary>An entry that was just written, and the account's balance with it.</summary>
/// <param name="Data">The entry as it is stored.</param>
/// <param name="Balance">US dollars; below zero when more was used than granted.</param>
public sealed record WrittenEntryResponse(EntryRecord Data, Usd Balance);
