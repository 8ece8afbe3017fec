using System.Text.Json;
using Weir.Tracing.Datasets;
using Weir.Tracing.Model;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Writes spans as Phoenix's <c>OtlpSpan</c>: OTLP with the names of its protobuf, ids as hex.</summary>
/// <remarks>
/// <code>{"trace_id":"…","span_id":"…","name":"chat","kind":"SPAN_KIND_CLIENT","start_time_unix_nano":1,"status":{"code":1,"message":""},
/// "attributes":[{"key":"llm.model_name","value":{"string_value":"a/b"}}],"events":[]}</code>
/// The contract has no links and no values that are objects: an object is the text of its JSON.
/// </remarks>
internal static class OtlpSpanWriter
{
    private static readonly string[] Kinds =
        ["SPAN_KIND_UNSPECIFIED", "SPAN_KIND_INTERNAL", "SPAN_KIND_SERVER", "SPAN_KIND_CLIENT", "SPAN_KIND_PRODUCER", "SPAN_KIND_CONSUMER"];

    public static void Write(Utf8JsonWriter writer, SpanRow span)
    {
        writer.WriteStartObject();
        writer.WriteString("trace_id"u8, span.TraceId.ToString());
        writer.WriteString("span_id"u8, span.SpanId.ToString());
        writer.WriteString("parent_span_id"u8, span.ParentSpanId?.ToString());
        writer.WriteString("trace_state"u8, span.TraceState);
        writer.WriteString("name"u8, span.Name);
        writer.WriteString("kind"u8, Kinds[span.OtelKind >= 0 && span.OtelKind < Kinds.Length ? span.OtelKind : 0]);
        writer.WriteNumber("start_time_unix_nano"u8, span.StartUnixNanos);
        writer.WriteNumber("end_time_unix_nano"u8, span.EndUnixNanos);
        writer.WriteStartObject("status"u8);
        writer.WriteNumber("code"u8, (int)span.Status);
        writer.WriteString("message"u8, span.StatusMessage);
        writer.WriteEndObject();
        WriteAttributes(writer, JsonElement.Parse(span.Attributes.Span));
        WriteEvents(writer, span.Events);
        writer.WriteNumber("dropped_attributes_count"u8, span.DroppedAttributes);
        writer.WriteNumber("dropped_events_count"u8, span.DroppedEvents);
        writer.WriteNumber("dropped_links_count"u8, span.DroppedLinks);
        writer.WriteEndObject();
    }

    private static void WriteAttributes(Utf8JsonWriter writer, JsonElement attributes)
    {
        writer.WriteStartArray("attributes"u8);
        foreach (var attribute in attributes.EnumerateObject())
        {
            writer.WriteStartObject();
            writer.WriteString("key"u8, attribute.Name);
            writer.WritePropertyName("value"u8);
            WriteValue(writer, attribute.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    // Stored as {"name":"exception","time_unix_nano":1,"attributes":{…}}
    private static void WriteEvents(Utf8JsonWriter writer, ReadOnlyMemory<byte> events)
    {
        writer.WriteStartArray("events"u8);
        foreach (var item in events.IsEmpty ? default : JsonElement.Parse(events.Span).EnumerateArray())
        {
            writer.WriteStartObject();
            writer.WritePropertyName("name"u8);
            item.GetProperty("name"u8).WriteTo(writer);
            writer.WritePropertyName("time_unix_nano"u8);
            item.GetProperty("time_unix_nano"u8).WriteTo(writer);
            WriteAttributes(writer, item.GetProperty("attributes"u8));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, JsonElement value)
    {
        writer.WriteStartObject();
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                writer.WritePropertyName("string_value"u8);
                value.WriteTo(writer);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBoolean("bool_value"u8, value.GetBoolean());
                break;
            case JsonValueKind.Number:
                // Doubles were stored with a decimal point or an exponent.
                writer.WritePropertyName(value.TryGetInt64(out _) ? "int_value"u8 : "double_value"u8);
                value.WriteTo(writer);
                break;
            case JsonValueKind.Array:
                writer.WriteStartObject("array_value"u8);
                writer.WriteStartArray("values"u8);
                foreach (var item in value.EnumerateArray())
                {
                    WriteValue(writer, item);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            case JsonValueKind.Object:
                writer.WriteString("string_value"u8, CompactJson.Of(value));
                break;
        }

        writer.WriteEndObject();
    }
}
