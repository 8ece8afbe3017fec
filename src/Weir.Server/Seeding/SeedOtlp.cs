using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Weir.OpenInference;
using Weir.Tracing.Model;

namespace Weir.Server.Seeding;

/// <summary>Writes the spans of an application as the OTLP request that its exporter would send.</summary>
internal static class SeedOtlp
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(TraceId trace, SeedApp app, string? session, string? user, IReadOnlyList<SeedSpan> spans)
    {
        var json = new ArrayBufferWriter<byte>(8192);
        using var writer = new Utf8JsonWriter(json, Options);
        writer.WriteStartObject();
        writer.WriteStartArray("resourceSpans"u8);
        writer.WriteStartObject();
        writer.WriteStartObject("resource"u8);
        writer.WriteStartArray("attributes"u8);
        WriteAttribute(writer, ResourceAttributes.ProjectName, app.Project);
        WriteAttribute(writer, "service.name", app.Project);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteStartArray("scopeSpans"u8);
        writer.WriteStartObject();
        writer.WriteStartObject("scope"u8);
        writer.WriteString("name"u8, "weir.seed"u8);
        writer.WriteEndObject();
        writer.WriteStartArray("spans"u8);
        foreach (var span in spans)
        {
            WriteSpan(writer, trace, span, session, user);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return json.WrittenMemory;
    }

    private static void WriteSpan(Utf8JsonWriter writer, TraceId trace, SeedSpan span, string? session, string? user)
    {
        writer.WriteStartObject();
        writer.WriteString("traceId"u8, trace.ToString());
        writer.WriteString("spanId"u8, span.Id.ToString());
        if (span.Parent is { } parent)
        {
            writer.WriteString("parentSpanId"u8, parent.ToString());
        }

        writer.WriteString("name"u8, span.Name);
        writer.WriteNumber("kind"u8, 1);
        writer.WriteString("startTimeUnixNano"u8, Nanos(span.Start));
        writer.WriteString("endTimeUnixNano"u8, Nanos(span.End));
        WriteStatus(writer, span);
        writer.WriteStartArray("attributes"u8);
        WriteAttribute(writer, SpanAttributes.SpanKind, span.Kind);
        WriteIfThere(writer, SpanAttributes.SessionId, session);
        WriteIfThere(writer, SpanAttributes.UserId, user);
        WriteIfThere(writer, SpanAttributes.InputValue, span.Input);
        WriteIfThere(writer, SpanAttributes.OutputValue, span.Output);
        foreach (var (name, value) in span.Attributes)
        {
            WriteAttribute(writer, name, value);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter writer, SeedSpan span)
    {
        writer.WriteStartObject("status"u8);
        writer.WriteNumber("code"u8, (int)(span.Error is null ? SpanStatus.Ok : SpanStatus.Error));
        if (span.Error is { } error)
        {
            writer.WriteString("message"u8, error);
        }

        writer.WriteEndObject();
        if (span.Error is not { } message)
        {
            return;
        }

        writer.WriteStartArray("events"u8);
        writer.WriteStartObject();
        writer.WriteString("name"u8, ExceptionAttributes.EventName);
        writer.WriteString("timeUnixNano"u8, Nanos(span.End));
        writer.WriteStartArray("attributes"u8);
        WriteAttribute(writer, ExceptionAttributes.Type, "SeedError");
        WriteAttribute(writer, ExceptionAttributes.Message, message);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteIfThere(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            WriteAttribute(writer, name, value);
        }
    }

    private static void WriteAttribute(Utf8JsonWriter writer, string name, object value)
    {
        writer.WriteStartObject();
        writer.WriteString("key"u8, name);
        writer.WriteStartObject("value"u8);
        switch (value)
        {
            case long whole:
                writer.WriteString("intValue"u8, whole.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                writer.WriteNumber("doubleValue"u8, number);
                break;
            default:
                writer.WriteString("stringValue"u8, (string)value);
                break;
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Nanos(DateTimeOffset time) =>
        ((time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * TimeSpan.NanosecondsPerTick).ToString(CultureInfo.InvariantCulture);
}
