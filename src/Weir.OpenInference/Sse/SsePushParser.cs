using System.Buffers;

namespace Weir.OpenInference;

/// <summary>Finds the events in a server-sent event stream that arrives in slices of any size, cut anywhere.</summary>
/// <remarks>
/// Lines end with CR, LF or CRLF; a byte order mark at the start, comments and fields other than <c>data</c> are skipped. One stream, one
/// thread at a time. Source: the event stream format of the HTML standard.
/// </remarks>
public sealed class SsePushParser
{
    /// <summary>Bytes of one event kept where nothing else is said.</summary>
    public const int DefaultMaxEventBytes = 16 * 1024 * 1024;

    private readonly SseDataHandler _onData;
    private readonly int _maxEventBytes;

    // The line that the last slice ended in, and the data lines of the open event. Both bounded by _maxEventBytes.
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly ArrayBufferWriter<byte> _data = new();
    private bool _hasData;
    private bool _isTooLong;
    private bool _isFirstLine = true;
    private bool _skipLineFeed;

    /// <summary>Starts at the beginning of a stream.</summary>
    /// <param name="onData">Called for each event that has data, while <see cref="Push"/> runs.</param>
    /// <param name="maxEventBytes">Longest event, above 0; longer ones are left out.</param>
    public SsePushParser(SseDataHandler onData, int maxEventBytes = DefaultMaxEventBytes)
    {
        ArgumentNullException.ThrowIfNull(onData);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxEventBytes);
        _onData = onData;
        _maxEventBytes = maxEventBytes;
    }

    /// <summary>Takes the next bytes of the stream.</summary>
    public void Push(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[PushOne(bytes)..];
        }
    }

    /// <summary>Takes bytes up to the end of the next event, for callers that hand events on one by one.</summary>
    /// <returns>Bytes taken: up to and including the line that completed an event, or all of them if none was completed.</returns>
    public int PushOne(ReadOnlySpan<byte> bytes)
    {
        var position = 0;
        while (position < bytes.Length)
        {
            if (_skipLineFeed)
            {
                _skipLineFeed = false;
                if (bytes[position] == '\n')
                {
                    position++;
                    continue;
                }
            }

            var rest = bytes[position..];
            var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
            {
                Keep(_line, rest);
                return bytes.Length;
            }

            _skipLineFeed = rest[end] == '\r';
            position += end + 1;
            if (TakeLine(rest[..end]))
            {
                return position;
            }
        }

        return position;
    }

    /// <summary>
    /// Says that the stream is over. The standard forgets an event without its closing empty line; it is delivered here, because servers
    /// that forget that line put the usage into it.
    /// </summary>
    public void Complete()
    {
        if (_line.WrittenCount > 0)
        {
            TakeLine(default);
        }

        Dispatch();
    }

    private bool TakeLine(ReadOnlySpan<byte> rest)
    {
        if (_line.WrittenCount == 0)
        {
            return ReadLine(rest);
        }

        Keep(_line, rest);
        var isEvent = ReadLine(_line.WrittenSpan);
        _line.ResetWrittenCount();
        return isEvent;
    }

    private bool ReadLine(ReadOnlySpan<byte> line)
    {
        if (_isFirstLine)
        {
            _isFirstLine = false;
            line = line.StartsWith("\uFEFF"u8) ? line[3..] : line;
        }

        if (line.IsEmpty)
        {
            return Dispatch();
        }

        if (line.StartsWith("data"u8) && (line.Length == 4 || line[4] == ':'))
        {
            AddData(line.Length > 5 ? line[5..] : default);
        }

        return false;
    }

    private void AddData(ReadOnlySpan<byte> value)
    {
        if (_hasData)
        {
            Keep(_data, "\n"u8);
        }

        _hasData = true;
        Keep(_data, !value.IsEmpty && value[0] == ' ' ? value[1..] : value);
    }

    private bool Dispatch()
    {
        var isEvent = _hasData && !_isTooLong;
        if (isEvent)
        {
            _onData(_data.WrittenSpan);
        }

        _hasData = false;
        _isTooLong = false;
        _data.ResetWrittenCount();
        return isEvent;
    }

    private void Keep(ArrayBufferWriter<byte> buffer, ReadOnlySpan<byte> bytes)
    {
        if (_isTooLong || buffer.WrittenCount + bytes.Length > _maxEventBytes)
        {
            _isTooLong = true;
            return;
        }

        buffer.Write(bytes);
    }
}
