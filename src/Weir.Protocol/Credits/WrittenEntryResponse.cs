using Weir.Protocol.Primitives;

namespace Weir.Protocol.Credits;

/// <summary>An entry that was just written, and the account's balance with it.</summary>
public sealed record WrittenEntryResponse(EntryRecord Data, Usd Balance);
