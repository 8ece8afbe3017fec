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
    private static readonly TimeSpan UsualRange = TimeSpan.FromDays(7);
    private static readonly TimeSpan LongestFineRange = TimeSpan.FromDays(31);

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
        var (from, until) = RangeOf(body);
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
        RefuseTooLong(query);
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

    private (DateTimeOffset From, DateTimeOffset Until) RangeOf(ManagementBody body)
    {
        if (body.Object("time_range") is not { } range)
        {
            var now = time.GetUtcNow();
            return (now - UsualRange, now);
        }

        range.Allow("start", "end");
        var from = range.Time("start") ?? throw Refusal.Invalid("'time_range.start' is missing; for example 2027-01-01T00:00:00Z.");
        var until = range.Time("end") ?? throw Refusal.Invalid("'time_range.end' is missing; for example 2027-01-08T00:00:00Z.");
        return from < until ? (from, until) : throw Refusal.Invalid("'time_range.start' must be before 'time_range.end'.");
    }

    private static int? CountOf(ManagementBody body, string name) => body.Number(name) switch
    {
        null => null,
        { } number when number == decimal.Truncate(number) && number is >= 1 and <= MostRows => (int)number,
        _ => throw Refusal.Invalid($"'{name}' must be a whole number from 1 to {MostRows}."),
    };

    private static void RefuseTooLong(UsageQuery query)
    {
        var range = query.Until - query.From;
        var isFine = query.By.Any(UsageDimensions.IsFine) || query.Filters.Any(filter => UsageDimensions.IsFine(filter.Dimension));
        if (range > LongestFineRange && (isFine || !query.Times.IsEmpty))
        {
            throw Refusal.Invalid(
                "'time_range' can be 31 days at most with latency, duration or throughput, and with generation_id, external_user, session_id or origin. "
                + "Shorten it, or ask for others.");
        }

        var window = query.Granularity switch
        {
            UsageGranularity.Minute => TimeSpan.FromMinutes(1),
            UsageGranularity.Hour => TimeSpan.FromHours(1),
            _ => TimeSpan.FromDays(1),
        };
        if (query.Granularity != UsageGranularity.None && range / window > MostRows)
        {
            throw Refusal.Invalid($"'time_range' has more than {MostRows} windows of that granularity. Shorten it, or take a coarser one.");
        }
    }
}
