using Weir.Ledger.Keys;

namespace Weir.Ledger.Authorizations;

/// <summary>What became of an authorization code: a key whose text is shown this once, or why there is none.</summary>
/// <param name="Key">The key; null when it failed.</param>
/// <param name="Text">Its text.</param>
/// <param name="Failure">Null when there is a key.</param>
public sealed record Redemption(KeyRow? Key, string? Text, RedeemFailure? Failure);
