using System.Buffers;
using System.Text.Json;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Protocols.Plain;

/// <summary>Passes events and bodies on as they are.</summary>
internal sealed class PlainAnswerTranslator : IAnswerTranslator
{
    /// <inheritdoc/>
    public void WriteChunk(ReadOnlySpan<byte> chunk, EventBuffer output) => output.Add(chunk);

    /// <inheritdoc/>
    public void WriteClosing(ReadOnlySpan<byte> chunk, EventBuffer output)
    {
        if (!chunk.IsEmpty)
        {
            output.Add(chunk);
        }
    }

    /// <inheritdoc/>
    public void WriteError(GatewayError error, EventBuffer output)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "error"u8);
        ErrorEnvelopeWriter.WriteProperty(writer, error);
        writer.WriteEndObject();
        writer.Flush();
        output.Add(buffer.WrittenSpan);
    }

    /// <inheritdoc/>
    public void WriteEndMark(EventBuffer output) => output.Add("[DONE]"u8);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> completion) => completion;
}
