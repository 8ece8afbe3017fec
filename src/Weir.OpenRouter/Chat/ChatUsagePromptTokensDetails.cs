namespace Weir.OpenRouter;

/// <summary>What kind of tokens a prompt had; null where the provider did not say.</summary>
public sealed record ChatUsagePromptTokensDetails : WireRecord
{
    /// <summary>Tokens of sound.</summary>
    public long? AudioTokens { get; init; }

    /// <summary>Tokens written to the cache; null where that has no price.</summary>
    public long? CacheWriteTokens { get; init; }

    /// <summary>Tokens read from the cache.</summary>
    public long? CachedTokens { get; init; }

    /// <summary>Tokens of video.</summary>
    public long? VideoTokens { get; init; }
}
