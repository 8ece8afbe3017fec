namespace Weir.OpenRouter;

/// <summary>Model benchmarks, as <c>ModelsClient</c> gets it.</summary>
public sealed record ModelBenchmarks : WireRecord
{
    public ArtificialAnalysisEntry? ArtificialAnalysis { get; init; }

    public IReadOnlyList<DesignArenaEntry>? DesignArena { get; init; }
}
