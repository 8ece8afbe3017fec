using System.Buffers;
using System.Text.Json;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Chat;

/// <summary>Writes an error as a chunk of a stream whose status is already out.</summary>
/// <remarks>
/// <code>{"id":"gen-…","object":"chat.completion.chunk",…,"error":{"code":502,"message":"…","metadata":{"error_type":"provider_unavailable"}},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error","native_finish_reason":null}]}</code>
/// </remarks>
public static class InBandError
{
    private const string Choices = """[{"index":0,"delta":{"content":""},"finish_reason":"error","native_finish_reason":null}]""";

    public static ReadOnlyMemory<byte> Chunk(AnswerStamp stamp, GatewayError error)
    {
        var inner = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(inner);
        writer.WriteStartObject();
        ErrorEnvelopeWriter.WriteProperty(writer, error);
        writer.WritePropertyName("choices"u8);
        writer.WriteRawValue(Choices, skipInputValidation: true);
        writer.WriteEndObject();
        writer.Flush();

        var chunk = new ArrayBufferWriter<byte>(768);
        chunk.Write(stamp.Chunk.Span);
        chunk.Write(","u8);
        chunk.Write(inner.WrittenSpan[1..]);
        return chunk.WrittenMemory;
    }
}
