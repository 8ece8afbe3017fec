using System.Buffers;

namespace Weir.OpenInference.OpenAI;

/// <summary>Sees the bytes of a reply as its caller reads them, and ends the span when that is over.</summary>
internal sealed class ReplyTap
{
    private readonly CallSpan _span;
    private readonly int _maxBytes;
    private readonly string? _contentType;
    private readonly IReplyAccumulator? _stream;
    private readonly SsePushParser? _events;

    // The reply of a caller who reads a JSON body as a stream. Bounded by _maxBytes.
    private readonly ArrayBufferWriter<byte> _body = new();
    private bool _hasChunk;
    private bool _isBroken;
    private int _isEnded;

    public ReplyTap(CallSpan span, bool isEventStream, string? contentType, int maxBytes)
    {
        _contentType = contentType;
        _span = span;
        _maxBytes = maxBytes;
        if (isEventStream)
        {
            _stream = span.StartStream();
            _events = new SsePushParser(OnChunk, maxBytes);
        }
    }

    /// <summary>Takes bytes that are about to be handed to the caller.</summary>
    /// <returns>How many to hand over: at most one event, so that the span holds what the caller has seen and not what the network has buffered.</returns>
    public int Take(ReadOnlySpan<byte> bytes)
    {
        if (_isBroken || _isEnded != 0)
        {
            return bytes.Length;
        }

        try
        {
            var taken = _events?.PushOne(bytes) ?? TakeBody(bytes);
            if (_stream?.IsDone == true)
            {
                End(ReplyEnd.Done);
            }

            return taken;
        }
        catch (Exception e) // recording must not break the call
        {
            InstrumentationEventSource.Log.RecordingFailed("recording a chunk", e.ToString());
            _isBroken = true;
            return bytes.Length;
        }
    }

    public void TakeAll(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[Take(bytes)..];
        }
    }

    /// <summary>Ends the span; only the first call counts.</summary>
    public void End(ReplyEnd end, Exception? failure = null)
    {
        if (Interlocked.Exchange(ref _isEnded, 1) != 0)
        {
            return;
        }

        try
        {
            EndSpan(end, failure);
        }
        catch (Exception e) // recording must not break the call
        {
            InstrumentationEventSource.Log.RecordingFailed("recording the end of the reply", e.ToString());
            _span.End();
        }
    }

    private void EndSpan(ReplyEnd end, Exception? failure)
    {
        if (_stream is null)
        {
            if (end == ReplyEnd.EndOfBody)
            {
                _span.EndReply(_body.WrittenMemory, _contentType);
            }
            else
            {
                _span.EndBroken(failure);
            }

            return;
        }

        if (end == ReplyEnd.EndOfBody)
        {
            _events?.Complete();
        }

        _span.EndStream(_stream, _stream.IsDone ? ReplyEnd.Done : end, failure);
    }

    private void OnChunk(ReadOnlySpan<byte> data)
    {
        if (!_hasChunk)
        {
            _hasChunk = true;
            _span.AddEvent(SpanEventNames.FirstToken);
        }

        _stream?.Add(data);
    }

    private int TakeBody(ReadOnlySpan<byte> bytes)
    {
        if (_body.WrittenCount + bytes.Length <= _maxBytes)
        {
            _body.Write(bytes);
        }

        return bytes.Length;
    }
}
