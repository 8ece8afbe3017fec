using System.Diagnostics.CodeAnalysis;

namespace Weir.OpenInference.OpenAI;

/// <summary>The body of a reply, read by its caller as before and seen by a <see cref="ReplyTap"/>.</summary>
/// <remarks>Hands out what has arrived, at once, event by event. Whatever happens to it last (end, failure, disposal, collection) ends the span.</remarks>
internal sealed class ObservedStream(Stream inner, ReplyTap tap) : Stream
{
    private const int BufferBytes = 8 * 1024;

    // Not pooled: a read may still be writing to it while the stream is disposed.
    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _start;
    private int _end;

    [SuppressMessage("Usage", "MA0055:Do not use finalizer", Justification = "Ends the span of a stream that is dropped without being disposed; ReplyTap.End does not throw.")]
    ~ObservedStream() => Dispose(disposing: false);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override bool CanTimeout => inner.CanTimeout;

    public override int ReadTimeout
    {
        get => inner.ReadTimeout;
        set => inner.ReadTimeout = value;
    }

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        return Read(buffer.AsSpan(offset, count));
    }

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end && !buffer.IsEmpty)
        {
            try
            {
                Arrived(inner.Read(_buffer));
            }
            catch (Exception e) // noted, never swallowed
            {
                tap.End(ReplyEnd.Failed, e);
                throw;
            }
        }

        return HandOver(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        ValidateBufferArguments(buffer, offset, count);
        return ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_start == _end && !buffer.IsEmpty)
        {
            try
            {
                Arrived(await inner.ReadAsync(_buffer, cancellationToken).ConfigureAwait(false));
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested) // the caller's own wish
            {
                tap.End(ReplyEnd.Abandoned);
                throw;
            }
            catch (Exception e) // noted, never swallowed
            {
                tap.End(ReplyEnd.Failed, e);
                throw;
            }
        }

        return HandOver(buffer.Span);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        tap.End(ReplyEnd.Abandoned);
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    protected override void Dispose(bool disposing)
    {
        tap.End(ReplyEnd.Abandoned);
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Arrived(int count)
    {
        _start = 0;
        _end = count;
        if (count == 0)
        {
            tap.End(ReplyEnd.EndOfBody);
        }
    }

    private int HandOver(Span<byte> target)
    {
        var available = _buffer.AsSpan(_start, Math.Min(_end - _start, target.Length));
        if (available.IsEmpty)
        {
            return 0;
        }

        var count = tap.Take(available);
        available[..count].CopyTo(target);
        _start += count;
        return count;
    }
}
