namespace Weir.OpenRouter;

/// <summary>Artificial analysis entry, as <c>ModelsClient</c> gets it.</summary>
public sealed record ArtificialAnalysisEntry : WireRecord
{
    public decimal? AgenticIndex { get; init; }

    public decimal? CodingIndex { get; init; }

    public decimal? IntelligenceIndex { get; init; }
}
