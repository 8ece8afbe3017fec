using Weir.Ledger.Activity;
using Weir.Protocol.Analytics;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>Shows what a query can ask for as a wire record.</summary>
internal static class AnalyticsMeta
{
    public static readonly AnalyticsMetaRecord Record = new()
    {
        Metrics = [.. AnalyticsMetrics.All.Select(metric => new AnalyticsMetricRecord(metric.Name, metric.Label, metric.Format, metric.IsRate))],
        Dimensions = [.. AnalyticsVocabulary.Dimensions.Select(dimension => new AnalyticsNameRecord(dimension.Name, dimension.Label))],
        Operators = [.. AnalyticsVocabulary.Operators.Select(known => new AnalyticsOperatorRecord(known.Name, TypeOf(known.Operator)))],
        Granularities = [.. AnalyticsVocabulary.Granularities.Select(known => new AnalyticsNameRecord(known.Name, known.Granularity.ToString()))],
    };

    private static string TypeOf(UsageOperator comparison) => comparison is UsageOperator.In or UsageOperator.NotIn ? "array" : "scalar";
}
