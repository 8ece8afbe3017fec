namespace Weir.OpenRouter;

/// <summary>Per request limits, as <c>ModelsClient</c> gets it.</summary>
public sealed record PerRequestLimits : WireRecord
{
    public decimal? CompletionTokens { get; init; }

    public decimal? PromptTokens { get; init; }
}
