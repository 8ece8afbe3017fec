using System.Buffers;
using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Output;

/// <summary>Writes the events of one answer, numbered; none of them goes anywhere while there is no <see cref="Target"/>.</summary>
/// <remarks><code>{"type":"response.output_text.delta","sequence_number":4,"item_id":"msg_…","output_index":0,…}</code></remarks>
internal sealed class ResponseEvents
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private int _sequence;

    /// <summary>Takes the events; null for an answer that is not streamed.</summary>
    public EventBuffer? Target { get; set; }

    /// <summary>An event; the writer stands behind its type and number.</summary>
    public void Write(ReadOnlySpan<byte> type, Action<Utf8JsonWriter> members)
    {
        if (Target is not { } target)
        {
            return;
        }

        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer, SentJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        writer.WriteNumber("sequence_number"u8, _sequence++);
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        target.Add(type, _buffer.WrittenSpan);
    }
}
