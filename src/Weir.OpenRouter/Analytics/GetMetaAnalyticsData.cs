namespace Weir.OpenRouter;

/// <summary>The names that a <see cref="QueryAnalyticsRequest"/> may use. They differ from server to server, so ask before you query.</summary>
public sealed record GetMetaAnalyticsData : WireRecord
{
    /// <summary>What rows can be grouped and filtered by.</summary>
    public IReadOnlyList<GetMetaAnalyticsDataDimension>? Dimensions { get; init; }

    /// <summary>How long a time bucket can be.</summary>
    public IReadOnlyList<GetMetaAnalyticsDataGranularity>? Granularities { get; init; }

    /// <summary>What can be counted.</summary>
    public IReadOnlyList<GetMetaAnalyticsDataMetric>? Metrics { get; init; }

    /// <summary>How a filter can compare.</summary>
    public IReadOnlyList<GetMetaAnalyticsDataOperator>? Operators { get; init; }
}
