using System.Collections.Immutable;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Activity;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>The rows that an answer has, in their order.</summary>
/// <param name="IsTruncated">There are more.</param>
internal sealed record AnalyticsRows(ImmutableArray<UsageRow> Rows, bool IsTruncated)
{
    /// <summary>Those of the rows that were read which the request wants to see.</summary>
    /// <exception cref="GatewayException">400: too many to be put in order.</exception>
    public static AnalyticsRows Choose(AnalyticsRequest request, IReadOnlyList<UsageRow> found)
    {
        IEnumerable<UsageRow> rows = found;
        var isTruncated = found.Count > AnalyticsBody.MostGroups;
        if (request.OrderedBy is { } metric)
        {
            rows = isTruncated
                ? throw Refusal.Invalid(
                    $"There are more than {AnalyticsBody.MostGroups} rows to be ordered by {metric.Name}. Shorten 'time_range', filter more, or order by a sum.")
                : Ordered(found, metric, request.Query.Order.Descending);
        }

        if (request.GroupLimit is { } most)
        {
            rows = FirstOfEach(rows, most);
        }

        var chosen = rows.Take(request.Limit + 1).ToArray();
        return new AnalyticsRows([.. chosen.Take(request.Limit)], isTruncated || chosen.Length > request.Limit);
    }

    // The first rows of each combination of values, in the order of all.
    private static IEnumerable<UsageRow> FirstOfEach(IEnumerable<UsageRow> rows, int most)
    {
        var counts = new Dictionary<ImmutableArray<string?>, int>(ValuesComparer.Instance);
        foreach (var row in rows)
        {
            var count = counts[row.Values] = counts.GetValueOrDefault(row.Values) + 1;
            if (count <= most)
            {
                yield return row;
            }
        }
    }

    // What was not measured comes last, either way.
    private static IEnumerable<UsageRow> Ordered(IReadOnlyList<UsageRow> rows, AnalyticsMetric metric, bool descending) => rows
        .Select(row => (Row: row, Value: metric.Value(row)))
        .OrderBy(item => item.Value is null)
        .ThenBy(item => descending ? -item.Value : item.Value)
        .Select(item => item.Row);
}
