namespace Weir.OpenRouter;

/// <summary>Chat usage prompt tokens details, as <c>ChatClient</c> gets it.</summary>
public sealed record ChatUsagePromptTokensDetails : WireRecord
{
    public long? AudioTokens { get; init; }

    public long? CacheWriteTokens { get; init; }

    public long? CachedTokens { get; init; }

    public long? VideoTokens { get; init; }
}
