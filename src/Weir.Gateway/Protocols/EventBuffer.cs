using System.Buffers;

namespace Weir.Gateway.Protocols;

/// <summary>Server-sent events on their way to a client. Used again for every send of one request.</summary>
public sealed class EventBuffer
{
    // Room is made when the first event comes: an answer that is not streamed has none.
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public bool IsEmpty => _bytes.WrittenCount == 0;

    /// <summary>Valid until the next change.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public void Clear() => _bytes.ResetWrittenCount();

    /// <summary>Adds an event without a name: <c>data: {…}</c>.</summary>
    public void Add(ReadOnlySpan<byte> json)
    {
        _bytes.Write("data: "u8);
        WriteOnOneLine(json);
        _bytes.Write("\n\n"u8);
    }

    /// <summary>Adds an event with a name: <c>event: ping</c>, <c>data: {…}</c>.</summary>
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> json)
    {
        _bytes.Write("event: "u8);
        _bytes.Write(name);
        _bytes.Write("\n"u8);
        Add(json);
    }

    // A line end in JSON is white space; in an event it would end the line.
    private void WriteOnOneLine(ReadOnlySpan<byte> json)
    {
        if (json.IndexOfAny((byte)'\n', (byte)'\r') < 0)
        {
            _bytes.Write(json);
            return;
        }

        var line = _bytes.GetSpan(json.Length)[..json.Length];
        json.Replace(line, (byte)'\n', (byte)' ');
        line.Replace((byte)'\r', (byte)' ');
        _bytes.Advance(json.Length);
    }
}
