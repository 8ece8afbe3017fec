using System.Buffers;
using System.Text.Json;

namespace Weir.Gateway.Chat;

/// <summary>A JSON writer with its buffer, which each thread keeps for its next short piece: a new writer takes 4 KiB more as soon as its first bytes are full.</summary>
/// <remarks>For what is written in one go and copied out; nothing is awaited in between. Rented inside another it is a new one.</remarks>
internal sealed class JsonScratch : IDisposable
{
    private const int FirstBytes = 4096;
    private const int MostKept = 64 << 10;

    [ThreadStatic]
    private static JsonScratch? _ofThread;

    private readonly ArrayBufferWriter<byte> _buffer = new(FirstBytes);

    private JsonScratch() => Writer = new Utf8JsonWriter(_buffer);

    public Utf8JsonWriter Writer { get; }

    public static JsonScratch Rent()
    {
        var scratch = _ofThread ?? new JsonScratch();
        _ofThread = null;
        return scratch;
    }

    /// <summary>What was written; valid until this is disposed of.</summary>
    public ReadOnlySpan<byte> Written
    {
        get
        {
            Writer.Flush();
            return _buffer.WrittenSpan;
        }
    }

    /// <summary>Leaves it to the thread, empty.</summary>
    public void Dispose()
    {
        Writer.Reset();
        _buffer.ResetWrittenCount();
        if (_buffer.Capacity <= MostKept)
        {
            _ofThread = this;
        }
    }
}
