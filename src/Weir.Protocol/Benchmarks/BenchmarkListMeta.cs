namespace Weir.Protocol.Benchmarks;

/// <summary>What a list of scores is about.</summary>
public sealed record BenchmarkListMeta
{
    /// <summary>ISO 8601, UTC.</summary>
    public required string AsOf { get; init; }

    /// <summary>Version of the form of the list; always <c>v1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The source that was asked for; null: all.</summary>
    public required string? Source { get; init; }

    /// <summary>Web site of <see cref="Source"/>; null: all sources were asked for.</summary>
    public required string? SourceUrl { get; init; }

    /// <summary>What to say when the scores are published again; null: each item's source.</summary>
    public required string? Citation { get; init; }

    /// <summary>Models in the list.</summary>
    public required int ModelCount { get; init; }

    /// <summary>The task that was asked for; null: all.</summary>
    public required string? TaskType { get; init; }
}
