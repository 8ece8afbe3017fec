using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weir.Providers.Translation;

/// <summary>Writes events in the internal form, one at a time into one buffer.</summary>
internal sealed class ChunkWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly Utf8JsonWriter _writer;

    public ChunkWriter() => _writer = new Utf8JsonWriter(_buffer, Options);

    /// <summary>An event with these members; valid until the next is written.</summary>
    public ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        _writer.WriteStartObject();
        members(_writer);
        _writer.WriteEndObject();
        _writer.Flush();
        return _buffer.WrittenMemory;
    }

    /// <summary>A chunk of the one choice, with these members in its delta.</summary>
    public ReadOnlyMemory<byte> WriteDelta(Action<Utf8JsonWriter> members) => Write(writer =>
    {
        writer.WriteStartArray("choices"u8);
        writer.WriteStartObject();
        writer.WriteNumber("index"u8, 0);
        writer.WriteStartObject("delta"u8);
        members(writer);
        writer.WriteEndObject();
        writer.WriteNull("finish_reason"u8);
        writer.WriteEndObject();
        writer.WriteEndArray();
    });

    public void Dispose() => _writer.Dispose();
}
