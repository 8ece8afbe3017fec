namespace Weir.OpenRouter;

/// <summary>Image generation usage prompt tokens details, as <c>ImagesClient</c> gets it.</summary>
public sealed record ImageGenerationUsagePromptTokensDetails : WireRecord
{
    public long? AudioTokens { get; init; }

    public long? CacheWriteTokens { get; init; }

    public long? CachedTokens { get; init; }

    public long? FileTokens { get; init; }

    public long? VideoTokens { get; init; }
}
