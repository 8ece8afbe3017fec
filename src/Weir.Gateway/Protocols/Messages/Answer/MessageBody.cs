using System.Buffers;
using System.Text.Json;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Writes a JSON object that is a whole response.</summary>
internal static class MessageBody
{
    public static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var writer = new Utf8JsonWriter(buffer, MessageEvents.Options);
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
