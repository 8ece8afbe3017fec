namespace Weir.OpenRouter;

/// <summary>What an answer used.</summary>
public sealed record MessagesUsage : WireRecord
{
    public long? InputTokens { get; init; }
    public long? OutputTokens { get; init; }
    public long? CacheReadInputTokens { get; init; }
    public long? CacheCreationInputTokens { get; init; }
    /// <summary>US dollars.</summary>
    public decimal? Cost { get; init; }
}
