namespace Weir.OpenRouter;

/// <summary>How a model does in benchmarks of others.</summary>
public sealed record ModelBenchmarks : WireRecord
{
    /// <summary>Indices of Artificial Analysis; null if it was not measured there.</summary>
    public ArtificialAnalysisEntry? ArtificialAnalysis { get; init; }

    /// <summary>Ratings of Design Arena, one for each arena and category.</summary>
    public IReadOnlyList<DesignArenaEntry>? DesignArena { get; init; }
}
