using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Weir.Gateway.Protocols;

namespace Weir.Gateway.Pipeline;

/// <summary>The way back to the client: events, comments while it waits, or one JSON body.</summary>
/// <remarks>
/// Head and first bytes leave in one flush. A client that is gone makes every write a no-op: what happens to the answer is
/// decided by who reads <see cref="IsGone"/>, never by a failing write.
/// Safe for one writer and the keep-alive timer at once.
/// </remarks>
public sealed class ClientWriter : IAsyncDisposable
{
    // Long enough that an upstream's quick refusal still gets its own status; short enough for impatient proxies.
    private static readonly TimeSpan FirstComment = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan NextComments = TimeSpan.FromSeconds(10);

    private readonly PipeWriter _body;
    private readonly Action<ResponseHead> _sendHead;
    private readonly Action _breakOff;
    private readonly TimeProvider _time;
    private readonly CancellationToken _aborted;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private ITimer? _keepAlive;
    private ImmutableArray<KeyValuePair<string, string>> _headers = [];
    private bool _failed;

    /// <param name="body">Where bytes go.</param>
    /// <param name="sendHead">Called once, before the first byte.</param>
    /// <param name="breakOff">Closes the connection in the middle of a response.</param>
    /// <param name="time">Drives the keep-alive.</param>
    /// <param name="aborted">Fires when the client has left.</param>
    public ClientWriter(PipeWriter body, Action<ResponseHead> sendHead, Action breakOff, TimeProvider time, CancellationToken aborted)
    {
        _body = body;
        _sendHead = sendHead;
        _breakOff = breakOff;
        _time = time;
        _aborted = aborted;
    }

    /// <summary>Whether the status is fixed: an error can then only be sent in band.</summary>
    public bool HasStarted { get; private set; }

    public bool IsGone => _failed || _aborted.IsCancellationRequested;

    /// <summary>Fires when the client has left.</summary>
    public CancellationToken Aborted => _aborted;

    /// <summary>Adds a response header; before the first byte.</summary>
    public void AddHeader(string name, string value) => _headers = _headers.Add(new(name, value));

    /// <summary>From now on a comment goes out whenever the stream has been silent for long.</summary>
    public void KeepAlive() =>
        _keepAlive ??= _time.CreateTimer(static state => _ = ((ClientWriter)state!).CommentAsync(), this, FirstComment, NextComments);

    /// <summary>Sends events; more may follow.</summary>
    public ValueTask SendEventsAsync(EventBuffer events)
    {
        _ = _keepAlive?.Change(NextComments, NextComments);
        return SendAsync(ResponseHead.EventStream, events.Written);
    }

    /// <summary>Sends the last events; nothing follows them.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask SendEndAsync(EventBuffer events)
    {
        await StopKeepAliveAsync();
        await SendAsync(ResponseHead.EventStream, events.Written);
    }

    /// <summary>Sends bytes of a response that is neither events nor JSON; more may follow.</summary>
    public async ValueTask SendBytesAsync(ResponseHead head, ReadOnlyMemory<byte> bytes)
    {
        await StopKeepAliveAsync();
        await SendAsync(head, bytes);
    }

    /// <summary>Breaks a response off that has begun and cannot say in band that it failed.</summary>
    public async ValueTask BreakOffAsync()
    {
        await StopKeepAliveAsync();
        _breakOff();
    }

    /// <summary>Sends the whole response; nothing follows it.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask SendBodyAsync(ResponseHead head, ReadOnlyMemory<byte> json)
    {
        await StopKeepAliveAsync();
        await SendAsync(head, json);
    }

    /// <summary>No comment goes out any more, so that <see cref="HasStarted"/> stays what it is until the next send.</summary>
    public async ValueTask StopKeepAliveAsync()
    {
        if (_keepAlive is { } timer)
        {
            await timer.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopKeepAliveAsync();

        // A comment that is being written holds the gate.
        await _gate.WaitAsync();
        _failed = true;
        _ = _gate.Release();
    }

    // While something is being written the stream is not silent: comments must not pile up behind a client that reads slowly.
    private async Task CommentAsync()
    {
        if (_gate.Wait(0))
        {
            await FlushAndReleaseAsync(Write(ResponseHead.EventStream, ": OPENROUTER PROCESSING\n\n"u8));
        }
    }

    private ValueTask SendAsync(ResponseHead head, ReadOnlyMemory<byte> bytes) =>
        _gate.Wait(0) ? FlushAndReleaseAsync(Write(head, bytes.Span)) : SendWhenFreeAsync(head, bytes);

    private async ValueTask SendWhenFreeAsync(ResponseHead head, ReadOnlyMemory<byte> bytes)
    {
        await _gate.WaitAsync();
        await FlushAndReleaseAsync(Write(head, bytes.Span));
    }

    // With the gate held. When it fails the gate is free again: whoever closes waits for it.
    private bool Write(ResponseHead head, ReadOnlySpan<byte> bytes)
    {
        if (IsGone)
        {
            return false;
        }

        try
        {
            if (!HasStarted)
            {
                HasStarted = true;
                _sendHead(_headers.IsEmpty ? head : head with { Headers = _headers });
            }

            _body.Write(bytes);
            return true;
        }
        catch
        {
            _failed = true;
            _ = _gate.Release();
            throw;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask FlushAndReleaseAsync(bool written)
    {
        try
        {
            if (written)
            {
                var flushed = await _body.FlushAsync(_aborted);
                _failed |= flushed.IsCompleted;
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            _failed = true;
        }
        finally
        {
            _ = _gate.Release();
        }
    }
}
