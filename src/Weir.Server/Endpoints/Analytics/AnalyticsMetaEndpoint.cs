using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Analytics;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>What a query can ask for.</summary>
internal sealed class AnalyticsMetaEndpoint(ManagementEdge edge)
{
    private static readonly AnalyticsMetaRecord Record = new()
    {
        Metrics = [.. AnalyticsMetrics.All.Select(metric => new AnalyticsMetricRecord(metric.Name, metric.Label, metric.Format, metric.IsRate))],
        Dimensions = [.. AnalyticsVocabulary.Dimensions.Select(dimension => new AnalyticsNameRecord(dimension.Name, dimension.Label))],
        Operators = [.. AnalyticsVocabulary.Operators.Select(known => new AnalyticsOperatorRecord(known.Name, TypeOf(known.Operator)))],
        Granularities = [.. AnalyticsVocabulary.Granularities.Select(known => new AnalyticsNameRecord(known.Name, known.Granularity.ToString()))],
    };

    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/v1/analytics/meta", ShowAsync);

    private static Task ShowAsync(HttpContext context, Caller caller) =>
        WireResponse.WriteAsync(context, new DataResponse<AnalyticsMetaRecord>(Record), WireJson.Default.DataResponseAnalyticsMetaRecord);

    private static string TypeOf(UsageOperator comparison) => comparison is UsageOperator.In or UsageOperator.NotIn ? "array" : "scalar";
}
