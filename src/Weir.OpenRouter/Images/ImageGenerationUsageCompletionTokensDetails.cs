namespace Weir.OpenRouter;

/// <summary>Image generation usage completion tokens details, as <c>ImagesClient</c> gets it.</summary>
public sealed record ImageGenerationUsageCompletionTokensDetails : WireRecord
{
    public long? AudioTokens { get; init; }

    public long? ImageTokens { get; init; }

    public long? ReasoningTokens { get; init; }
}
