using System.Collections.Immutable;

namespace Weir.Tracing.Metrics;

/// <summary>Numbers by time and group, oldest first.</summary>
/// <param name="Rows">Only pieces of time in which there is something.</param>
public sealed record MetricsPage(ImmutableArray<MetricsRow> Rows)
{
    /// <summary>How many spans were looked at; null when the numbers are kept ones.</summary>
    public long? Scanned { get; init; }

    /// <summary>For <see cref="MetricsQuery.After"/>; null when everything was added up.</summary>
    public MetricsCursor? Next { get; init; }

    /// <summary>Stored spans that are not in the numbers yet.</summary>
    public long Pending { get; init; }
}
