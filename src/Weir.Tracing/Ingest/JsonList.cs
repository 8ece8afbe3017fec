using System.Buffers;
using System.Text.Json;

namespace Weir.Tracing.Ingest;

/// <summary>A JSON array that is written item by item, for the events and links of a span.</summary>
internal sealed class JsonList : IDisposable
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Utf8JsonWriter _writer;
    private bool _open;

    public JsonList() => _writer = new Utf8JsonWriter(_bytes, AttributeSet.WriterOptions);

    /// <summary>Bytes so far.</summary>
    public long Length => _writer.BytesCommitted + _writer.BytesPending;

    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _writer.Reset(_bytes);
        _open = false;
    }

    /// <summary>Where the next item is written.</summary>
    public Utf8JsonWriter Next()
    {
        if (!_open)
        {
            _writer.WriteStartArray();
            _open = true;
        }

        return _writer;
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>The array; nothing when no item was written.</summary>
    public ReadOnlyMemory<byte> ToJson()
    {
        if (!_open)
        {
            return default;
        }

        _writer.WriteEndArray();
        _writer.Flush();
        return _bytes.WrittenSpan.ToArray();
    }
}
