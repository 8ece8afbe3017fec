namespace Weir.OpenRouter;

/// <summary>A code that <see cref="AuthClient.ExchangeCodeAsync"/> turns into a key: once, within 10 minutes.</summary>
public sealed record AuthCode : WireRecord
{
    /// <summary>Number of the application that it was made for.</summary>
    public long? AppId { get; init; }

    /// <summary>When it was made, ISO 8601; it ends 10 minutes later.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>The code itself, for <see cref="CodeExchangeRequest.Code"/>.</summary>
    public string? Id { get; init; }
}
