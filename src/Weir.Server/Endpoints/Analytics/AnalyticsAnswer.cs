using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Activity;
using Weir.Ledger.Apps;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>Writes the answer of a query: <code>{"data":{"data":[{"date__day":"…","model":"…","request_count":3}],"metadata":{…}}}</code></summary>
internal static class AnalyticsAnswer
{
    // What JavaScript reads without loss; greater counts are texts, as the API allows.
    private const decimal LargestNumber = 9_007_199_254_740_991;

    /// <summary>The rows that the answer has, and whether there are more.</summary>
    /// <exception cref="GatewayException">400: too many to be put in order.</exception>
    public static (ImmutableArray<UsageRow> Rows, bool IsTruncated) Choose(AnalyticsRequest request, IReadOnlyList<UsageRow> found)
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
        return ([.. chosen.Take(request.Limit)], isTruncated || chosen.Length > request.Limit);
    }

    public static void Write(
        Utf8JsonWriter writer,
        AnalyticsRequest request,
        (ImmutableArray<UsageRow> Rows, bool IsTruncated) chosen,
        TimeSpan took,
        AnalyticsLabels labels,
        FrozenDictionary<string, AppRow> apps)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("data"u8);
        writer.WriteStartArray("data"u8);
        foreach (var row in chosen.Rows)
        {
            WriteRow(writer, request, row, labels, apps);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("metadata"u8);
        writer.WriteNumber("query_time_ms"u8, Math.Round(took.TotalMilliseconds, 3));
        writer.WriteNumber("row_count"u8, chosen.Rows.Length);
        writer.WriteBoolean("truncated"u8, chosen.IsTruncated);
        writer.WriteEndObject();
        if (!request.Warnings.IsEmpty)
        {
            writer.WriteStartArray("warnings"u8);
            foreach (var warning in request.Warnings)
            {
                writer.WriteStringValue(warning);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
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

    private static void WriteRow(Utf8JsonWriter writer, AnalyticsRequest request, UsageRow row, AnalyticsLabels labels, FrozenDictionary<string, AppRow> apps)
    {
        writer.WriteStartObject();
        if (request.Granularity is not null)
        {
            writer.WriteString($"date__{request.Granularity}", WireTime.Format(row.At));
        }

        for (var index = 0; index < request.Dimensions.Length; index++)
        {
            labels.Write(writer, request.Dimensions[index], row.Values[index], apps);
        }

        foreach (var metric in request.Metrics)
        {
            WriteValue(writer, metric.Name, metric.Value(row));
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, decimal? value)
    {
        if (value is not { } number)
        {
            writer.WriteNull(name);
        }
        else if (number > LargestNumber)
        {
            writer.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNumber(name, number);
        }
    }

    // What was not measured comes last, either way.
    private static IEnumerable<UsageRow> Ordered(IReadOnlyList<UsageRow> rows, AnalyticsMetric metric, bool descending) => rows
        .Select(row => (Row: row, Value: metric.Value(row)))
        .OrderBy(item => item.Value is null)
        .ThenBy(item => descending ? -item.Value : item.Value)
        .Select(item => item.Row);
}
