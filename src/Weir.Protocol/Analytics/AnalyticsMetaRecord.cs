namespace Weir.Protocol.Analytics;

/// <summary>What <c>POST /analytics/query</c> can be asked, as <c>GET /analytics/meta</c> tells it.</summary>
public sealed record AnalyticsMetaRecord
{
    /// <summary>Everything that can be counted or measured; a query names at least one.</summary>
    public required IReadOnlyList<AnalyticsMetricRecord> Metrics { get; init; }

    /// <summary>What a query can split its rows by.</summary>
    public required IReadOnlyList<AnalyticsNameRecord> Dimensions { get; init; }

    /// <summary>How a filter of a query can compare a dimension with a value.</summary>
    public required IReadOnlyList<AnalyticsOperatorRecord> Operators { get; init; }

    /// <summary>How long a row's piece of time can be: <c>minute</c>, <c>hour</c>, <c>day</c>, <c>week</c> (from Monday) or <c>month</c>, in UTC.</summary>
    public required IReadOnlyList<AnalyticsNameRecord> Granularities { get; init; }
}
