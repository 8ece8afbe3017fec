using System.Globalization;
using System.Text.Json;
using Weir.Tracing.Model;

namespace Weir.Server.Endpoints.Traces;

/// <summary>Writes spans as <c>ExportTraceServiceRequest</c> in OTLP's JSON: what <c>POST /v1/traces</c> takes.</summary>
/// <remarks>
/// <code>"resourceSpans":[{"resource":{"attributes":[…]},"scopeSpans":[{"scope":{"name":"…"},"spans":[{"traceId":"…","attributes":[{"key":"…","value":{"intValue":"1"}}]}]}]}]</code>
/// Neighbours of one resource and scope share them. A project that the sender's resource does not name is written into it, so that the spans come back to where they were.
/// </remarks>
internal sealed class OtlpRequestWriter(Utf8JsonWriter writer)
{
    private const string ProjectAttribute = "openinference.project.name";

    private SpanRow? _last;

    public void Start() => writer.WriteStartArray("resourceSpans"u8);

    public void Write(SpanRow span)
    {
        if (_last is null || !HasSameSender(_last, span))
        {
            EndSender();
            StartSender(span);
        }

        _last = span;
        WriteSpan(span);
    }

    public void End()
    {
        EndSender();
        writer.WriteEndArray();
    }

    private static bool HasSameSender(SpanRow one, SpanRow other) =>
        one.Project == other.Project
        && one.ScopeName == other.ScopeName
        && one.ScopeVersion == other.ScopeVersion
        && one.Resource.Span.SequenceEqual(other.Resource.Span);

    private void StartSender(SpanRow span)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("resource"u8);
        WriteResource(span);
        writer.WriteEndObject();
        writer.WriteStartArray("scopeSpans"u8);
        writer.WriteStartObject();
        writer.WriteStartObject("scope"u8);
        writer.WriteString("name"u8, span.ScopeName);
        WriteUnlessEmpty("version"u8, span.ScopeVersion);
        writer.WriteEndObject();
        writer.WriteStartArray("spans"u8);
    }

    private void EndSender()
    {
        if (_last is not null)
        {
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }

    private void WriteResource(SpanRow span)
    {
        var sent = span.Resource.IsEmpty ? default : JsonElement.Parse(span.Resource.Span);
        var isNamed = sent.ValueKind == JsonValueKind.Object && sent.TryGetProperty(ProjectAttribute, out var name) && name.ValueEquals(span.Project);
        writer.WriteStartArray("attributes"u8);
        if (!isNamed)
        {
            WriteKey(ProjectAttribute);
            writer.WriteStartObject();
            writer.WriteString("stringValue"u8, span.Project);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        if (sent.ValueKind == JsonValueKind.Object)
        {
            WriteMembers(sent, except: isNamed ? null : ProjectAttribute);
        }

        writer.WriteEndArray();
    }

    private void WriteSpan(SpanRow span)
    {
        writer.WriteStartObject();
        writer.WriteString("traceId"u8, span.TraceId.ToString());
        writer.WriteString("spanId"u8, span.SpanId.ToString());
        WriteUnlessEmpty("traceState"u8, span.TraceState);
        WriteUnlessEmpty("parentSpanId"u8, span.ParentSpanId?.ToString() ?? "");
        WriteUnlessZero("flags"u8, span.Flags);
        writer.WriteString("name"u8, span.Name);
        writer.WriteNumber("kind"u8, span.OtelKind);
        WriteNanos("startTimeUnixNano"u8, span.StartUnixNanos);
        WriteNanos("endTimeUnixNano"u8, span.EndUnixNanos);
        WriteAttributes(JsonElement.Parse(span.Attributes.Span));
        WriteUnlessZero("droppedAttributesCount"u8, span.DroppedAttributes);
        WriteEvents(span);
        WriteLinks(span);
        writer.WriteStartObject("status"u8);
        writer.WriteNumber("code"u8, (int)span.Status);
        WriteUnlessEmpty("message"u8, span.StatusMessage);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    // Stored as {"name":"exception","time_unix_nano":1,"attributes":{…}}
    private void WriteEvents(SpanRow span)
    {
        if (!span.Events.IsEmpty)
        {
            writer.WriteStartArray("events"u8);
            foreach (var item in JsonElement.Parse(span.Events.Span).EnumerateArray())
            {
                writer.WriteStartObject();
                writer.WriteString("timeUnixNano"u8, item.GetProperty("time_unix_nano"u8).GetRawText());
                Copy("name"u8, item, "name"u8);
                WriteAttributes(item.GetProperty("attributes"u8));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        WriteUnlessZero("droppedEventsCount"u8, span.DroppedEvents);
    }

    // Stored as {"trace_id":"…","span_id":"…","trace_state":"…","attributes":{…}}
    private void WriteLinks(SpanRow span)
    {
        if (!span.Links.IsEmpty)
        {
            writer.WriteStartArray("links"u8);
            foreach (var item in JsonElement.Parse(span.Links.Span).EnumerateArray())
            {
                writer.WriteStartObject();
                Copy("traceId"u8, item, "trace_id"u8);
                Copy("spanId"u8, item, "span_id"u8);
                Copy("traceState"u8, item, "trace_state"u8);
                WriteAttributes(item.GetProperty("attributes"u8));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        WriteUnlessZero("droppedLinksCount"u8, span.DroppedLinks);
    }

    private void WriteAttributes(JsonElement attributes)
    {
        writer.WriteStartArray("attributes"u8);
        WriteMembers(attributes, except: null);
        writer.WriteEndArray();
    }

    private void WriteMembers(JsonElement members, string? except)
    {
        foreach (var member in members.EnumerateObject())
        {
            if (except is null || !member.NameEquals(except))
            {
                WriteKey(member.Name);
                WriteValue(member.Value);
                writer.WriteEndObject();
            }
        }
    }

    private void WriteKey(string key)
    {
        writer.WriteStartObject();
        writer.WriteString("key"u8, key);
        writer.WritePropertyName("value"u8);
    }

    private void WriteValue(JsonElement value)
    {
        writer.WriteStartObject();
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                writer.WritePropertyName("stringValue"u8);
                value.WriteTo(writer);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteBoolean("boolValue"u8, value.GetBoolean());
                break;
            case JsonValueKind.Number:
                WriteNumber(value);
                break;
            case JsonValueKind.Array:
                writer.WriteStartObject("arrayValue"u8);
                writer.WriteStartArray("values"u8);
                foreach (var item in value.EnumerateArray())
                {
                    WriteValue(item);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject("kvlistValue"u8);
                writer.WriteStartArray("values"u8);
                WriteMembers(value, except: null);
                writer.WriteEndArray();
                writer.WriteEndObject();
                break;
        }

        writer.WriteEndObject();
    }

    // Doubles were stored with a decimal point or an exponent. OTLP's JSON writes whole numbers as text.
    private void WriteNumber(JsonElement value)
    {
        if (value.TryGetInt64(out var whole))
        {
            writer.WriteString("intValue"u8, whole.ToString(CultureInfo.InvariantCulture));
            return;
        }

        writer.WritePropertyName("doubleValue"u8);
        value.WriteTo(writer);
    }

    private void WriteNanos(ReadOnlySpan<byte> name, long nanos) => writer.WriteString(name, nanos.ToString(CultureInfo.InvariantCulture));

    private void WriteUnlessEmpty(ReadOnlySpan<byte> name, string text)
    {
        if (text.Length > 0)
        {
            writer.WriteString(name, text);
        }
    }

    private void WriteUnlessZero(ReadOnlySpan<byte> name, uint number)
    {
        if (number > 0)
        {
            writer.WriteNumber(name, number);
        }
    }

    private void Copy(ReadOnlySpan<byte> name, JsonElement item, ReadOnlySpan<byte> stored)
    {
        if (item.TryGetProperty(stored, out var value))
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }
}
