namespace Weir.OpenRouter;

/// <summary>How a model does in the indices of Artificial Analysis; the higher the better, null where it was not measured.</summary>
public sealed record ArtificialAnalysisEntry : WireRecord
{
    /// <summary>The index of acting with tools.</summary>
    public decimal? AgenticIndex { get; init; }

    /// <summary>The index of writing code.</summary>
    public decimal? CodingIndex { get; init; }

    /// <summary>The index over all.</summary>
    public decimal? IntelligenceIndex { get; init; }
}
