using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Weir.Protocol.Sse;

/// <summary>Reads server-sent events from a stream, one at a time, without copying their data.</summary>
/// <remarks>
/// <code>
/// : keep-alive
/// event: message_start
/// data: {"a":1}
///
/// </code>
/// Follows the WHATWG event-stream grammar: CR, LF and CRLF, a leading BOM, comments, several data lines joined by LF.
/// An event cut off by the end of the stream is not dispatched. Not safe for two readers at once.
/// </remarks>
public sealed class SseReader : IAsyncDisposable
{
    private const int InitialBytes = 8 * 1024;

    private readonly Stream _stream;
    private readonly int _maxEventBytes;

    // Bounded by maxEventBytes; returned to the pool on dispose.
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private readonly ArrayBufferWriter<byte> _joined = new();

    // Offsets into the buffer: first byte of the current event, first byte not yet taken as a line,
    // first byte not yet searched for a line end, end of what was read.
    private int _event;
    private int _line;
    private int _scanned;
    private int _end;
    private int _dataFrom;
    private int _dataLength;
    private int _dataLines;
    private bool _atStart = true;
    private bool _skipLineFeed;

    /// <param name="stream">Disposed with the reader.</param>
    /// <param name="maxEventBytes">The largest event kept in memory; a larger one is an <see cref="InvalidDataException"/>.</param>
    public SseReader(Stream stream, int maxEventBytes)
    {
        _stream = stream;
        _maxEventBytes = maxEventBytes;
    }

    /// <summary>Data of the current event; valid until the next <see cref="ReadAsync"/>.</summary>
    public ReadOnlyMemory<byte> Data => _dataLines > 1 ? _joined.WrittenMemory : _buffer.AsMemory(_dataFrom, _dataLength);

    /// <summary>The event's <c>event:</c> field; empty for a plain message.</summary>
    public string EventType { get; private set; } = "";

    /// <summary>Moves to the next event.</summary>
    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">An event is larger than the bound.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        BeginEvent();
        while (true)
        {
            while (TryTakeLine(out var from, out var length))
            {
                if (length == 0 && _dataLines > 0)
                {
                    return true;
                }

                TakeField(from, length);
            }

            MakeRoom();
            var read = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }

        await _stream.DisposeAsync();
    }

    private void BeginEvent()
    {
        EventType = "";
        _event = _line;
        _dataFrom = _dataLength = _dataLines = 0;
    }

    private bool TryTakeLine(out int from, out int length)
    {
        SkipBomAndLineFeed();
        from = _line;
        length = 0;
        var at = _buffer.AsSpan(_scanned, _end - _scanned).IndexOfAny((byte)'\r', (byte)'\n');
        if (at < 0)
        {
            _scanned = _end;
            return false;
        }

        var lineEnd = _scanned + at;
        length = lineEnd - _line;
        _skipLineFeed = _buffer[lineEnd] == '\r';
        _line = _scanned = lineEnd + 1;
        _atStart = false;
        return true;
    }

    private void SkipBomAndLineFeed()
    {
        // The LF of a CRLF may arrive in a later read than its CR.
        if (_skipLineFeed && _line < _end)
        {
            _skipLineFeed = false;
            if (_buffer[_line] == '\n')
            {
                _line++;
                _scanned = Math.Max(_scanned, _line);
            }
        }

        if (_atStart && _end - _line >= 3)
        {
            _atStart = false;
            if (_buffer.AsSpan(_line, 3).SequenceEqual("\uFEFF"u8))
            {
                _line += 3;
                _scanned = Math.Max(_scanned, _line);
            }
        }
    }

    private void TakeField(int from, int length)
    {
        var line = _buffer.AsSpan(from, length);
        if (IsField(line, "data"u8))
        {
            AddData(ValueFrom(from + "data"u8.Length, from + length), from + length);
            return;
        }

        if (IsField(line, "event"u8))
        {
            EventType = Encoding.UTF8.GetString(_buffer.AsSpan(ValueFrom(from + "event"u8.Length, from + length)..(from + length)));
            return;
        }

        if (length == 0)
        {
            EventType = "";
        }

        if (_dataLines == 0)
        {
            _event = _line;
        }
    }

    private static bool IsField(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
        line.StartsWith(name) && (line.Length == name.Length || line[name.Length] == ':');

    // Behind the colon, and behind the one space that may follow it; a field may also have no value.
    private int ValueFrom(int colon, int to)
    {
        var from = Math.Min(colon + 1, to);
        return from < to && _buffer[from] == ' ' ? from + 1 : from;
    }

    private void AddData(int from, int to)
    {
        _dataLines++;
        if (_dataLines == 1)
        {
            // The common event has one data line: hand out the buffer itself.
            (_dataFrom, _dataLength) = (from, to - from);
            return;
        }

        if (_dataLines == 2)
        {
            _joined.ResetWrittenCount();
            _joined.Write(_buffer.AsSpan(_dataFrom, _dataLength));
        }

        _joined.Write("\n"u8);
        _joined.Write(_buffer.AsSpan(from, to - from));
    }

    private void MakeRoom()
    {
        if (_event > 0)
        {
            _buffer.AsSpan(_event, _end - _event).CopyTo(_buffer);
            _line -= _event;
            _scanned -= _event;
            _end -= _event;
            _dataFrom -= _dataLines > 0 ? _event : 0;
            _event = 0;
        }

        if (_end < _buffer.Length)
        {
            return;
        }

        if (_buffer.Length >= _maxEventBytes)
        {
            throw new InvalidDataException($"A server-sent event is larger than {_maxEventBytes} bytes.");
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
