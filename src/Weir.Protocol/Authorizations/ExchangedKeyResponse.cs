namespace Weir.Protocol.Authorizations;

/// <summary>The key that an authorization code was exchanged for: the one time that its text is shown.</summary>
public sealed record ExchangedKeyResponse(string Key, string? UserId);
