namespace Weir.Protocol.Authorizations;

/// <summary>The key that an authorization code was exchanged for: the one time that its text is shown.</summary>
/// <param name="Key">The key in full: <c>sk-or-v1-</c> and 64 lowercase hex characters. Only its hash is kept.</param>
/// <param name="UserId">The user whom the key belongs to; null: nobody is known.</param>
public sealed record ExchangedKeyResponse(string Key, string? UserId);
