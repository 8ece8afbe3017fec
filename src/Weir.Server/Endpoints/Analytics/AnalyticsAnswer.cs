using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Weir.Ledger.Activity;
using Weir.Ledger.Apps;
using Weir.Protocol.Primitives;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>Writes the answer of a query: <code>{"data":{"data":[{"date__day":"…","model":"…","request_count":3}],"metadata":{…}}}</code></summary>
internal static class AnalyticsAnswer
{
    // What JavaScript reads without loss; greater counts are texts, as the API allows.
    private const decimal LargestNumber = 9_007_199_254_740_991;

    public static void Write(
        Utf8JsonWriter writer,
        AnalyticsRequest request,
        AnalyticsRows chosen,
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
}
