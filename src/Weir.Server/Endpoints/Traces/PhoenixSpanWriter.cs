using System.Globalization;
using System.Text.Json;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Traces;

/// <summary>Writes spans as Phoenix's <c>Span</c>.</summary>
/// <remarks>
/// <code>{"id":"U3BhbjoxMjM=","name":"chat","context":{"trace_id":"…","span_id":"…"},"span_kind":"LLM","parent_id":null,
/// "start_time":"2024-01-01T12:00:00.000000+00:00",…,"attributes":{"llm.model_name":"gpt-4"},"events":[{"name":"…","timestamp":"…","attributes":{}}]}</code>
/// </remarks>
internal static class PhoenixSpanWriter
{
    private const long NanosPerTick = 100;

    public static void Write(Utf8JsonWriter writer, StoredSpan stored)
    {
        var span = stored.Row;
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(GlobalId.Span, stored.Id));
        writer.WriteString("name"u8, span.Name);
        writer.WriteStartObject("context"u8);
        writer.WriteString("trace_id"u8, span.TraceId.ToString());
        writer.WriteString("span_id"u8, span.SpanId.ToString());
        writer.WriteEndObject();
        writer.WriteString("span_kind"u8, span.Kind);
        writer.WriteString("parent_id"u8, span.ParentSpanId?.ToString());
        WriteTime(writer, "start_time"u8, span.StartUnixNanos);
        WriteTime(writer, "end_time"u8, span.EndUnixNanos);
        writer.WriteString("status_code"u8, StatusCode(span.Status));
        writer.WriteString("status_message"u8, span.StatusMessage);
        writer.WritePropertyName("attributes"u8);
        writer.WriteRawValue(span.Attributes.Span, skipInputValidation: true);
        WriteEvents(writer, span.Events);
        writer.WriteEndObject();
    }

    private static ReadOnlySpan<byte> StatusCode(SpanStatus status) => status switch
    {
        SpanStatus.Ok => "OK"u8,
        SpanStatus.Error => "ERROR"u8,
        _ => "UNSET"u8,
    };

    private static void WriteEvents(Utf8JsonWriter writer, ReadOnlyMemory<byte> events)
    {
        writer.WriteStartArray("events"u8);
        if (!events.IsEmpty)
        {
            using var stored = JsonDocument.Parse(events);
            foreach (var item in stored.RootElement.EnumerateArray())
            {
                WriteEvent(writer, item);
            }
        }

        writer.WriteEndArray();
    }

    // Stored as {"name":"exception","time_unix_nano":1,"attributes":{…}}
    private static void WriteEvent(Utf8JsonWriter writer, JsonElement item)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("name"u8);
        item.GetProperty("name"u8).WriteTo(writer);
        WriteTime(writer, "timestamp"u8, (long)Math.Min(item.GetProperty("time_unix_nano"u8).GetUInt64(), long.MaxValue));
        writer.WritePropertyName("attributes"u8);
        item.GetProperty("attributes"u8).WriteTo(writer);
        writer.WriteEndObject();
    }

    // Six digits and +00:00: what every datetime parser of the clients in use reads, Python's before 3.11 included.
    private static void WriteTime(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long unixNanos) =>
        writer.WriteString(name, DateTimeOffset.UnixEpoch.AddTicks(unixNanos / NanosPerTick).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture));
}
