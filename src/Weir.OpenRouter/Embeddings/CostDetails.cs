namespace Weir.OpenRouter;

/// <summary>What the provider charged, USD; what is not known is null.</summary>
public sealed record CostDetails : WireRecord
{
    /// <summary>USD for the completion.</summary>
    public decimal? UpstreamInferenceCompletionsCost { get; init; }

    /// <summary>USD for all, on a provider key of the account's own; null otherwise.</summary>
    public decimal? UpstreamInferenceCost { get; init; }

    /// <summary>USD for the prompt.</summary>
    public decimal? UpstreamInferencePromptCost { get; init; }
}
