using Weir.Tracing.Filter;

namespace Weir.Tracing.Metrics;

/// <summary>Which numbers to add up, and into which pieces of time.</summary>
public sealed record MetricsQuery
{
    public required Guid WorkspaceId { get; init; }

    /// <summary>Only what this project shows; null for all.</summary>
    public long? ProjectId { get; init; }

    /// <summary>Seconds since 1970, a multiple of <see cref="BucketSeconds"/>; spans that began then or later.</summary>
    public required long From { get; init; }

    /// <summary>Seconds since 1970, a multiple of <see cref="BucketSeconds"/>; spans that began before.</summary>
    public required long Before { get; init; }

    /// <summary>A multiple of 60.</summary>
    public required int BucketSeconds { get; init; }

    public MetricsGroup GroupBy { get; init; }

    /// <summary>How many groups are told apart, those that cost most first; the others are one.</summary>
    public int Groups { get; init; } = 20;

    /// <summary>Only spans for which this holds; null for all. Such numbers are added up from spans, not from what is kept beside them.</summary>
    public SpanFilter? Filter { get; init; }

    /// <summary>Where to go on: <see cref="MetricsPage.Next"/> of the page before; null begins with the newest.</summary>
    public MetricsCursor? After { get; init; }
}
