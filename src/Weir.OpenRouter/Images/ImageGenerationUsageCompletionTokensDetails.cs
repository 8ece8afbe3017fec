namespace Weir.OpenRouter;

/// <summary>What kind of tokens an image model made; null where the provider did not say.</summary>
public sealed record ImageGenerationUsageCompletionTokensDetails : WireRecord
{
    /// <summary>Tokens of sound.</summary>
    public long? AudioTokens { get; init; }

    /// <summary>Tokens of images.</summary>
    public long? ImageTokens { get; init; }

    /// <summary>Tokens of reasoning.</summary>
    public long? ReasoningTokens { get; init; }
}
