namespace Weir.OpenRouter;

/// <summary>The key that a code was turned into.</summary>
public sealed record CodeExchangeResponse : WireRecord
{
    /// <summary>The key's text. Keep it: it is never shown again.</summary>
    public string? Key { get; init; }

    /// <summary>Whose key it is; null where the server does not say.</summary>
    public string? UserId { get; init; }
}
