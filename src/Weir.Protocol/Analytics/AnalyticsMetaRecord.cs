namespace Weir.Protocol.Analytics;

/// <summary>What <c>POST /analytics/query</c> can be asked, as <c>GET /analytics/meta</c> tells it.</summary>
public sealed record AnalyticsMetaRecord
{
    public required IReadOnlyList<AnalyticsMetricRecord> Metrics { get; init; }
    public required IReadOnlyList<AnalyticsNameRecord> Dimensions { get; init; }
    public required IReadOnlyList<AnalyticsOperatorRecord> Operators { get; init; }
    public required IReadOnlyList<AnalyticsNameRecord> Granularities { get; init; }
}
