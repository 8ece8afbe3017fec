using Weir.Gateway.Pipeline;
using Weir.Ledger.Activity;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>Says in which order rows come.</summary>
internal static class AnalyticsOrder
{
    private const string Date = "date";

    /// <summary>The request with its order: what it says, else the newest window first, else most of the first metric.</summary>
    /// <exception cref="GatewayException">400: what rows cannot be ordered by.</exception>
    public static AnalyticsRequest Apply(ManagementBody body, AnalyticsRequest request)
    {
        if (body.Object("order_by") is not { } order)
        {
            return request.Granularity is null ? By(request, request.Metrics[0], descending: true) : Sorted(request, UsageMeasure.Time, descending: true);
        }

        order.Allow("field", "direction");
        var field = order.RequiredText("field", 200);
        var descending = order.Text("direction") switch
        {
            "asc" => false,
            "desc" => true,
            var other => throw Refusal.Invalid($"'order_by.direction' is '{other}'; it can be asc, desc."),
        };
        var dimension = request.Dimensions.ToList().FindIndex(known => known.Name == field);
        if (dimension >= 0)
        {
            return Sorted(request, dimension == 0 ? UsageMeasure.FirstDimension : UsageMeasure.SecondDimension, descending);
        }

        return field switch
        {
            Date when request.Granularity is not null => Sorted(request, UsageMeasure.Time, descending),
            "request_count" => Sorted(request, UsageMeasure.Requests, descending),
            _ when request.Metrics.FirstOrDefault(metric => metric.Name == field) is { } metric => By(request, metric, descending),
            _ => throw Refusal.Invalid($"'order_by.field' is '{field}'; it can be {string.Join(", ", Allowed(request))}."),
        };
    }

    private static IEnumerable<string> Allowed(AnalyticsRequest request) => request.Metrics.Select(metric => metric.Name).Append("request_count").Distinct()
        .Concat(request.Dimensions.Select(dimension => dimension.Name)).Concat(request.Granularity is null ? [] : [Date]);

    private static AnalyticsRequest By(AnalyticsRequest request, AnalyticsMetric metric, bool descending) => metric.Measure is { } measure
        ? Sorted(request, measure, descending)
        : Sorted(request, UsageMeasure.Time, descending) with { OrderedBy = metric };

    private static AnalyticsRequest Sorted(AnalyticsRequest request, UsageMeasure measure, bool descending) =>
        request with { Query = request.Query with { Order = new UsageOrder(measure, descending) } };
}
