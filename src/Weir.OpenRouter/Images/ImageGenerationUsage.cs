using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What images used and cost; what does not apply is null.</summary>
public sealed record ImageGenerationUsage : WireRecord
{
    /// <summary>Tokens that Anthropic wrote to its cache.</summary>
    public AnthropicCacheCreation? CacheCreation { get; init; }

    /// <summary>Tokens that the model made.</summary>
    public long? CompletionTokens { get; init; }

    /// <summary>What kind of tokens they were.</summary>
    public ImageGenerationUsageCompletionTokensDetails? CompletionTokensDetails { get; init; }

    /// <summary>What it cost the account, USD; on a provider key of its own, only the fee.</summary>
    public decimal? Cost { get; init; }

    /// <summary>What the provider charged; null if it is not known.</summary>
    public CostDetails? CostDetails { get; init; }

    /// <summary>True when it went over a provider key of the account's own.</summary>
    public bool? IsByok { get; init; }

    /// <summary>What each step of the model used, where it took several.</summary>
    public IReadOnlyList<JsonElement>? Iterations { get; init; }

    /// <summary>Tokens of the prompt, its images and tools among them.</summary>
    public long? PromptTokens { get; init; }

    /// <summary>What kind of tokens they were.</summary>
    public ImageGenerationUsagePromptTokensDetails? PromptTokensDetails { get; init; }

    /// <summary>What tools of the server did.</summary>
    public ImageGenerationUsageServerToolUse? ServerToolUse { get; init; }

    /// <summary>Tier that the provider used, such as <c>default</c> or <c>priority</c>.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>How fast the provider was asked to be. One of <c>fast</c>, <c>standard</c>.</summary>
    public string? Speed { get; init; }

    /// <summary><see cref="PromptTokens"/> and <see cref="CompletionTokens"/> together.</summary>
    public long? TotalTokens { get; init; }
}
