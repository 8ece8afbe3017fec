using System.Buffers;
using System.Text.Json;
using Weir.Ledger.Records;
using Weir.OpenInference;

namespace Weir.Gateway.Recording;

/// <summary>Writes the events of the gateway's span: the first token, and what went wrong.</summary>
internal static class SpanEventsJson
{
    public static ReadOnlyMemory<byte> Write(GenerationRow row, long startUnixNanos, long endUnixNanos)
    {
        if (row.LatencyMs is null && row.ErrorType is null)
        {
            return default;
        }

        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, StoredJson.WriterOptions);
        writer.WriteStartArray();
        if (row is { LatencyMs: { } latency, Streamed: true })
        {
            Begin(writer, SpanEventNames.FirstToken, startUnixNanos + SpanTimes.Nanos(latency));
            End(writer);
        }

        if (row.ErrorType is { } type)
        {
            Begin(writer, ExceptionAttributes.EventName, endUnixNanos);
            writer.WriteString(ExceptionAttributes.Type, type);
            writer.WriteString(ExceptionAttributes.Message, row.ErrorMessage);
            End(writer);
        }

        writer.WriteEndArray();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void Begin(Utf8JsonWriter writer, string name, long timeUnixNanos)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, name);
        writer.WriteNumber("time_unix_nano"u8, timeUnixNanos);
        writer.WriteStartObject("attributes"u8);
    }

    private static void End(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
