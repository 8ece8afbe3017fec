namespace Weir.OpenRouter;

/// <summary>Unified benchmarks meta, as <c>BenchmarksClient</c> gets it.</summary>
public sealed record UnifiedBenchmarksMeta : WireRecord
{
    public string? AsOf { get; init; }

    public string? Citation { get; init; }

    public long? ModelCount { get; init; }

    public string? Source { get; init; }

    public string? SourceUrl { get; init; }

    public string? TaskType { get; init; }

    /// <summary>One of <c>v1</c>.</summary>
    public string? Version { get; init; }
}
