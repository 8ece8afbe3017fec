namespace Weir.OpenRouter;

/// <summary>Get meta analytics data, as <c>AnalyticsClient</c> gets it.</summary>
public sealed record GetMetaAnalyticsData : WireRecord
{
    public IReadOnlyList<GetMetaAnalyticsDataDimension>? Dimensions { get; init; }

    public IReadOnlyList<GetMetaAnalyticsDataGranularity>? Granularities { get; init; }

    public IReadOnlyList<GetMetaAnalyticsDataMetric>? Metrics { get; init; }

    public IReadOnlyList<GetMetaAnalyticsDataOperator>? Operators { get; init; }
}
