namespace Weir.OpenRouter;

/// <summary>What <c>AuthClient</c> gets: code exchange response.</summary>
public sealed record CodeExchangeResponse : WireRecord
{
    public string? Key { get; init; }

    public string? UserId { get; init; }
}
