using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Image generation usage, as <c>ImagesClient</c> gets it.</summary>
public sealed record ImageGenerationUsage : WireRecord
{
    public AnthropicCacheCreation? CacheCreation { get; init; }

    public long? CompletionTokens { get; init; }

    public ImageGenerationUsageCompletionTokensDetails? CompletionTokensDetails { get; init; }

    public decimal? Cost { get; init; }

    public CostDetails? CostDetails { get; init; }

    public bool? IsByok { get; init; }

    public IReadOnlyList<JsonElement>? Iterations { get; init; }

    public long? PromptTokens { get; init; }

    public ImageGenerationUsagePromptTokensDetails? PromptTokensDetails { get; init; }

    public ImageGenerationUsageServerToolUse? ServerToolUse { get; init; }

    public string? ServiceTier { get; init; }

    public string? Speed { get; init; }

    public long? TotalTokens { get; init; }
}
