namespace Weir.OpenRouter;

/// <summary>Current key rate limit, as <c>KeysClient</c> gets it.</summary>
public sealed record CurrentKeyRateLimit : WireRecord
{
    public string? Interval { get; init; }

    public string? Note { get; init; }

    public long? Requests { get; init; }
}
