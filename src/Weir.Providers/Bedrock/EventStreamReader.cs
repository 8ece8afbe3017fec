using System.Buffers;
using System.Buffers.Binary;

namespace Weir.Providers.Bedrock;

/// <summary>Reads the messages of an event stream, one at a time, with both their checksums verified.</summary>
/// <remarks>
/// <code>
/// total length (4) | length of the headers (4) | CRC of these eight (4) | headers | payload | CRC of everything before (4)
/// </code>
/// Numbers are big-endian. Source: event stream encoding, https://smithy.io/2.0/aws/amazon-eventstream.html. Not safe for two readers at once.
/// </remarks>
internal sealed class EventStreamReader(Stream stream) : IAsyncDisposable
{
    private const int PreludeBytes = 12;
    private const int TrailerBytes = 4;
    private const int InitialBytes = 16 * 1024;
    private const int LargestHeaders = 128 * 1024;

    // Bounded by AnswerBody.LargestEvent; returned to the pool on dispose.
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int _start;
    private int _end;

    /// <summary>The current message; its payload is valid until the next <see cref="ReadAsync"/>.</summary>
    public EventStreamMessage Message { get; private set; }

    /// <returns>False at the end of the stream.</returns>
    /// <exception cref="InvalidDataException">The stream ends inside a message, or a message is damaged, or larger than 16 MiB.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!await FillAsync(PreludeBytes, cancellationToken))
        {
            return false;
        }

        // The lengths are believed only when their own checksum is right: else one flipped bit would ask for gigabytes.
        var (total, headers) = ReadPrelude(_buffer.AsSpan(_start, PreludeBytes));
        _ = await FillAsync(total, cancellationToken);
        var whole = _buffer.AsMemory(_start, total);
        Verify(whole.Span[..^TrailerBytes], whole.Span[^TrailerBytes..], "message");
        Message = EventStreamMessage.Read(whole.Span.Slice(PreludeBytes, headers), whole[(PreludeBytes + headers)..^TrailerBytes]);
        _start += total;
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        await stream.DisposeAsync();
    }

    private static (int Total, int Headers) ReadPrelude(ReadOnlySpan<byte> prelude)
    {
        Verify(prelude[..8], prelude[8..], "prelude");
        var total = BinaryPrimitives.ReadUInt32BigEndian(prelude);
        var headers = BinaryPrimitives.ReadUInt32BigEndian(prelude[4..]);
        if (total > AnswerBody.LargestEvent || headers > LargestHeaders || total < PreludeBytes + headers + TrailerBytes)
        {
            throw new InvalidDataException(
                $"A message of the event stream says it has {total} bytes, {headers} of them headers; "
                + $"at most {AnswerBody.LargestEvent} and {LargestHeaders} can be.");
        }

        return ((int)total, (int)headers);
    }

    private static void Verify(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> checksum, string part)
    {
        if (Crc32.Append(0, bytes) != BinaryPrimitives.ReadUInt32BigEndian(checksum))
        {
            throw new InvalidDataException($"The checksum of a {part} of the event stream is wrong.");
        }
    }

    // False when the stream ends before the first byte of a message.
    private async ValueTask<bool> FillAsync(int needed, CancellationToken cancellationToken)
    {
        MakeRoom(needed);
        while (_end - _start < needed)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            if (read == 0)
            {
                return _end == _start ? false : throw new InvalidDataException("The event stream ends inside a message.");
            }

            _end += read;
        }

        return true;
    }

    private void MakeRoom(int needed)
    {
        if (_start + needed <= _buffer.Length)
        {
            return;
        }

        var source = _buffer;
        var target = needed <= source.Length ? source : ArrayPool<byte>.Shared.Rent(needed);
        source.AsSpan(_start, _end - _start).CopyTo(target);
        _end -= _start;
        _start = 0;
        if (!ReferenceEquals(source, target))
        {
            _buffer = target;
            ArrayPool<byte>.Shared.Return(source);
        }
    }
}
