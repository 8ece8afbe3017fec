using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Weir.Tracing.Ingest;

namespace Weir.Server.Endpoints.Otlp;

/// <summary>Writes the messages that answer an export, in protobuf and JSON.</summary>
/// <remarks>
/// <c>ExportTraceServiceResponse { partial_success = 1 { rejected_spans = 1; error_message = 2 } }</c>, empty when all were accepted;
/// <c>google.rpc.Status { code = 1; message = 2; details = 3 { type_url = 1; value = 2 } }</c> otherwise.
/// </remarks>
internal static class OtlpMessages
{
    private const string RetryInfo = "type.googleapis.com/google.rpc.RetryInfo";

    /// <summary>The answer to a request that was accepted, in full or in part.</summary>
    public static byte[] Response(IngestResult result, OtlpEncoding encoding)
    {
        if (result.Rejected == 0)
        {
            return encoding == OtlpEncoding.Json ? "{}"u8.ToArray() : [];
        }

        if (encoding == OtlpEncoding.Json)
        {
            return Json(writer =>
            {
                writer.WriteStartObject("partialSuccess"u8);
                writer.WriteString("rejectedSpans"u8, result.Rejected.ToString(CultureInfo.InvariantCulture));
                writer.WriteString("errorMessage"u8, result.Message);
                writer.WriteEndObject();
            });
        }

        return Message(response => WriteMember(response, 1, partial =>
        {
            WriteNumber(partial, 1, (ulong)result.Rejected);
            WriteBytes(partial, 2, Encoding.UTF8.GetBytes(result.Message));
        }));
    }

    /// <summary>The answer to a request that was refused.</summary>
    public static byte[] Status(OtlpRefusal refusal, OtlpEncoding encoding)
    {
        if (encoding == OtlpEncoding.Json)
        {
            return Json(writer =>
            {
                writer.WriteNumber("code"u8, (int)refusal.Code);
                writer.WriteString("message"u8, refusal.Message);
            });
        }

        return Message(status =>
        {
            WriteNumber(status, 1, (ulong)refusal.Code);
            WriteBytes(status, 2, Encoding.UTF8.GetBytes(refusal.Message));
            if (refusal.RetryAfter is { } wait)
            {
                WriteMember(status, 3, any => WriteRetryInfo(any, wait));
            }
        });
    }

    // Any { type_url = 1; value = 2: RetryInfo { retry_delay = 1: Duration { seconds = 1 } } }
    private static void WriteRetryInfo(ArrayBufferWriter<byte> any, TimeSpan wait)
    {
        WriteBytes(any, 1, Encoding.UTF8.GetBytes(RetryInfo));
        WriteMember(any, 2, info => WriteMember(info, 1, duration => WriteNumber(duration, 1, (ulong)Math.Ceiling(wait.TotalSeconds))));
    }

    private static byte[] Json(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writeMembers(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Message(Action<ArrayBufferWriter<byte>> writeFields)
    {
        var message = new ArrayBufferWriter<byte>();
        writeFields(message);
        return message.WrittenSpan.ToArray();
    }

    private static void WriteMember(ArrayBufferWriter<byte> message, int field, Action<ArrayBufferWriter<byte>> writeFields) =>
        WriteBytes(message, field, Message(writeFields));

    private static void WriteBytes(ArrayBufferWriter<byte> message, int field, ReadOnlySpan<byte> bytes)
    {
        WriteVarint(message, ((ulong)field << 3) | 2);
        WriteVarint(message, (ulong)bytes.Length);
        message.Write(bytes);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> message, int field, ulong number)
    {
        WriteVarint(message, (ulong)field << 3);
        WriteVarint(message, number);
    }

    private static void WriteVarint(ArrayBufferWriter<byte> message, ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            message.Write([(byte)(number | 0x80)]);
        }

        message.Write([(byte)number]);
    }
}
