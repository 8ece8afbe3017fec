namespace Weir.OpenRouter;

/// <summary>What an answer used.</summary>
public sealed record MessagesUsage : WireRecord
{
    /// <summary>Tokens of the prompt, without those read from the cache or written to it.</summary>
    public long? InputTokens { get; init; }
    /// <summary>Tokens that the model wrote, thinking among them.</summary>
    public long? OutputTokens { get; init; }
    /// <summary>Tokens read from the cache; null if the provider did not say.</summary>
    public long? CacheReadInputTokens { get; init; }
    /// <summary>Tokens written to the cache; null if the provider did not say.</summary>
    public long? CacheCreationInputTokens { get; init; }
    /// <summary>What it cost the account, USD; on a provider key of its own, only the fee.</summary>
    public decimal? Cost { get; init; }
}
