namespace Weir.OpenRouter;

/// <summary>A question about the use of the account: what to count, grouped and filtered by what. Names are those of <c>GET /analytics/meta</c>.</summary>
public sealed record QueryAnalyticsRequest : WireRecord
{
    /// <summary>Groups by tags of a classifier too; the workspace needs an active one. Null does not.</summary>
    public QueryAnalyticsRequestClassifierDimensions? ClassifierDimensions { get; init; }

    /// <summary>Only generations with certain tags of a classifier; null filters by none.</summary>
    public QueryAnalyticsRequestClassifierFilters? ClassifierFilters { get; init; }

    /// <summary>What to group by, 2 at most; null gives totals.</summary>
    public IReadOnlyList<string>? Dimensions { get; init; }

    /// <summary>Conditions that all have to hold, 20 at most.</summary>
    public IReadOnlyList<QueryAnalyticsRequestFilter>? Filters { get; init; }

    /// <summary>Length of a time bucket. One of <c>minute</c>, <c>hour</c>, <c>day</c>, <c>week</c>, <c>month</c>; null gives no time series.</summary>
    public string? Granularity { get; init; }

    /// <summary>
    /// Most rows for each combination of dimensions; null lets the server choose so that no bucket is cut. Without dimensions it does nothing.
    /// </summary>
    public long? GroupLimit { get; init; }

    /// <summary>Most rows in all; null means 1000, which the server may raise for a time series.</summary>
    public long? Limit { get; init; }

    /// <summary>What to count, one name or more.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>Order of the rows; null leaves it to the server.</summary>
    public QueryAnalyticsRequestOrderBy? OrderBy { get; init; }

    /// <summary>The span of time to look at; null leaves it to the server. With latencies or <c>generation_id</c> it may be 31 days long.</summary>
    public QueryAnalyticsRequestTimeRange? TimeRange { get; init; }
}
