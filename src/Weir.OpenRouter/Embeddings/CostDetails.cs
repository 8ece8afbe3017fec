namespace Weir.OpenRouter;

/// <summary>Cost details, as <c>EmbeddingsClient</c> gets it.</summary>
public sealed record CostDetails : WireRecord
{
    public decimal? UpstreamInferenceCompletionsCost { get; init; }

    public decimal? UpstreamInferenceCost { get; init; }

    public decimal? UpstreamInferencePromptCost { get; init; }
}
