using System.Collections.Immutable;
using Weir.Ledger.Activity;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>A query that has been read and makes sense.</summary>
internal sealed record AnalyticsRequest
{
    public required ImmutableArray<AnalyticsMetric> Metrics { get; init; }

    /// <summary>Two at most.</summary>
    public required ImmutableArray<AnalyticsDimension> Dimensions { get; init; }

    /// <summary>Name of the windows; null: everything is one.</summary>
    public required string? Granularity { get; init; }

    /// <summary>What the ledger is asked.</summary>
    public required UsageQuery Query { get; init; }

    /// <summary>The metric that rows are put in order by once they have been read; null: they come in order.</summary>
    public AnalyticsMetric? OrderedBy { get; init; }

    /// <summary>Most rows of the answer.</summary>
    public required int Limit { get; init; }

    /// <summary>Most rows for each combination of values; null: all.</summary>
    public int? GroupLimit { get; init; }

    /// <summary>What could not be found, for the caller to know.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
