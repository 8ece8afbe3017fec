namespace Weir.OpenRouter;

/// <summary>How many tokens one call of a model may have.</summary>
public sealed record PerRequestLimits : WireRecord
{
    /// <summary>Most tokens to write.</summary>
    public decimal? CompletionTokens { get; init; }

    /// <summary>Most tokens to read.</summary>
    public decimal? PromptTokens { get; init; }
}
