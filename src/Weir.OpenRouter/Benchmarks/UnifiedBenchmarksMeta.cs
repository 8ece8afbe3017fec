namespace Weir.OpenRouter;

/// <summary>Where results of benchmarks come from and how to name the source.</summary>
public sealed record UnifiedBenchmarksMeta : WireRecord
{
    /// <summary>When the results were brought up to date, ISO 8601.</summary>
    public string? AsOf { get; init; }

    /// <summary>The words to quote when you publish the results; null where they come from several sources, which each item then names.</summary>
    public string? Citation { get; init; }

    /// <summary>How many different models the results are of.</summary>
    public long? ModelCount { get; init; }

    /// <summary>The source that was asked for; null means all.</summary>
    public string? Source { get; init; }

    /// <summary>Page of the source; null where there are several.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The kind of task that was asked for; null means all.</summary>
    public string? TaskType { get; init; }

    /// <summary>Version of the form of the data: <c>v1</c>.</summary>
    public string? Version { get; init; }
}
