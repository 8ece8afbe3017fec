using System.Buffers;

namespace Weir.Providers.Translation;

/// <summary>Reads the lines of a stream, one at a time, without copying them: JSON objects, one a line.</summary>
/// <remarks>Lines end in LF or CRLF; empty ones are skipped; the last one needs no end. Not safe for two readers at once.</remarks>
internal sealed class LineReader(Stream stream, int maxLineBytes) : IAsyncDisposable
{
    private const int InitialBytes = 8 * 1024;

    // Bounded by maxLineBytes; returned to the pool on dispose.
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int _start;
    private int _scanned;
    private int _end;

    /// <summary>The current line without its end; valid until the next <see cref="ReadAsync"/>.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">A line is larger than the bound.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            while (TryTakeLine())
            {
                if (!Line.IsEmpty)
                {
                    return true;
                }
            }

            MakeRoom();
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
            {
                Line = _buffer.AsMemory(_start, _end - _start);
                _start = _scanned = _end;
                return !Line.IsEmpty;
            }

            _end += read;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        await stream.DisposeAsync();
    }

    private bool TryTakeLine()
    {
        var at = _buffer.AsSpan(_scanned, _end - _scanned).IndexOf((byte)'\n');
        if (at < 0)
        {
            _scanned = _end;
            return false;
        }

        var lineEnd = _scanned + at;
        var length = lineEnd - _start;
        Line = _buffer.AsMemory(_start, length > 0 && _buffer[lineEnd - 1] == '\r' ? length - 1 : length);
        _start = _scanned = lineEnd + 1;
        return true;
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _scanned -= _start;
            _end -= _start;
            _start = 0;
        }

        if (_end < _buffer.Length)
        {
            return;
        }

        if (_buffer.Length >= maxLineBytes)
        {
            throw new InvalidDataException($"A line is larger than {maxLineBytes} bytes.");
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
