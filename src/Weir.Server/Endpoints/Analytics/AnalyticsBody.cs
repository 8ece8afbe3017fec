using System.Collections.Immutable;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Activity;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>Reads the body of a query, and refuses what makes no sense with the names that there are.</summary>
internal sealed class AnalyticsBody(AnalyticsFilters filters, TimeProvider time)
{
    /// <summary>Most rows that one answer has, and most windows of one query.</summary>
    public const int MostRows = 10_000;

    /// <summary>Rows that are read to be put in order or counted by group.</summary>
    public const int MostGroups = 100_000;

    private const int UsualRows = 1_000;
    private const int MostMetrics = 100;
    private const int MostDimensions = 2;
    private const int LongestName = 200;

    private static readonly string[] Members =
    [
        "metrics", "dimensions", "filters", "granularity", "time_range", "order_by", "limit", "group_limit", "classifier_dimensions", "classifier_filters",
    ];

    /// <exception cref="GatewayException">400. 501: classifiers.</exception>
    public AnalyticsRequest Read(ManagementBody body)
    {
        body.Allow(Members);
        RefuseClassifiers(body);
        var metrics = body.RequiredTexts("metrics", MostMetrics, LongestName).Distinct().Select(AnalyticsVocabulary.Metric).ToImmutableArray();
        var dimensions = DimensionsOf(body);
        var granularity = body.Text("granularity");
        var (from, until) = AnalyticsRange.Read(body, time.GetUtcNow());
        var warnings = ImmutableArray.CreateBuilder<string>();
        var query = new UsageQuery
        {
            From = from,
            Until = until,
            By = [.. dimensions.Select(dimension => dimension.Dimension)],
            Filters = filters.Read(body, warnings),
            Granularity = granularity is null ? UsageGranularity.None : AnalyticsVocabulary.Granularity(granularity),
            Times = [.. metrics.Select(metric => metric.Time).OfType<UsageTime>().Distinct()],
            Limit = MostGroups,
        };
        AnalyticsRange.RequireShort(query);
        var request = new AnalyticsRequest
        {
            Metrics = metrics,
            Dimensions = dimensions,
            Granularity = granularity,
            Query = query,
            Limit = CountOf(body, "limit") ?? (query.Granularity != UsageGranularity.None && !dimensions.IsEmpty ? MostRows : UsualRows),
            GroupLimit = dimensions.IsEmpty ? null : CountOf(body, "group_limit"),
            Warnings = warnings.ToImmutable(),
        };
        return Limited(AnalyticsOrder.Apply(body, request));
    }

    // Where the ledger gives rows in order, no more are read than one beyond the answer.
    private static AnalyticsRequest Limited(AnalyticsRequest request) => request with
    {
        Query = request.Query with { Limit = request.OrderedBy is null && request.GroupLimit is null ? request.Limit + 1 : MostGroups + 1 },
    };

    private static void RefuseClassifiers(ManagementBody body)
    {
        if (!body.IsNull("classifier_dimensions") || !body.IsNull("classifier_filters"))
        {
            throw Refusal.NotBuilt("A query by classifiers");
        }
    }

    private static ImmutableArray<AnalyticsDimension> DimensionsOf(ManagementBody body)
    {
        if (body.IsNull("dimensions") || body.Member("dimensions") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0)
        {
            return [];
        }

        return [.. body.RequiredTexts("dimensions", MostDimensions, LongestName).Distinct().Select(AnalyticsVocabulary.Dimension)];
    }

    private static int? CountOf(ManagementBody body, string name) => body.Number(name) switch
    {
        null => null,
        { } number when number == decimal.Truncate(number) && number is >= 1 and <= MostRows => (int)number,
        _ => throw Refusal.Invalid($"'{name}' must be a whole number from 1 to {MostRows}."),
    };
}
