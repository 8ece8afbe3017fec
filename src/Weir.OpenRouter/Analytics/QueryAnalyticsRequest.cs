namespace Weir.OpenRouter;

/// <summary>What <c>AnalyticsClient</c> sends: query analytics request.</summary>
public sealed record QueryAnalyticsRequest : WireRecord
{
    public QueryAnalyticsRequestClassifierDimensions? ClassifierDimensions { get; init; }

    public QueryAnalyticsRequestClassifierFilters? ClassifierFilters { get; init; }

    public IReadOnlyList<string>? Dimensions { get; init; }

    public IReadOnlyList<QueryAnalyticsRequestFilter>? Filters { get; init; }

    public string? Granularity { get; init; }

    public long? GroupLimit { get; init; }

    public long? Limit { get; init; }

    public required IReadOnlyList<string> Metrics { get; init; }

    public QueryAnalyticsRequestOrderBy? OrderBy { get; init; }

    public QueryAnalyticsRequestTimeRange? TimeRange { get; init; }
}
