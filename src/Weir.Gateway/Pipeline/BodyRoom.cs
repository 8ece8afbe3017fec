using Weir.Protocol.Errors;
using Weir.Tracing.Ingest;

namespace Weir.Gateway.Pipeline;

/// <summary>The room of one request's body in the memory for bodies that are on their way in and out again.</summary>
/// <remarks>
/// It is taken before the body is read, so that a burst of long prompts waits in the sockets of its senders instead of in memory, and given back when the request
/// has ended. While a model thinks, nobody waits for its caller's prompt: a second after a long one has been sent to a provider it is given back all the same,
/// and a short one at once. Where the whole answer is there within that second, the work that is left gets a few seconds more.
/// </remarks>
public sealed class BodyRoom(ByteBudget budget, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);

    // Not for ever: a client may take its time to read.
    private static readonly TimeSpan LingerAnswered = TimeSpan.FromSeconds(5);

    // Not worth a timer.
    private const long ShortBytes = 16 << 10;

    // The body itself, and the provider's copy of it.
    private const int Copies = 2;

    private long _taken;
    private long _length;
    private ITimer? _linger;

    /// <summary>For whoever has a body at hand and sends none.</summary>
    public static BodyRoom None { get; } = new(new ByteBudget(0), TimeProvider.System);

    /// <summary>Takes room for what is about to be read, when there is some.</summary>
    /// <param name="bytes">At least 1.</param>
    /// <param name="callerLeft">Ends the wait.</param>
    /// <exception cref="GatewayException">503: there was none for half a minute.</exception>
    public async ValueTask TakeAsync(long bytes, CancellationToken callerLeft)
    {
        if (!budget.TryTake(bytes))
        {
            await WaitAsync(bytes, callerLeft);
        }

        _taken = _length = bytes;
    }

    /// <summary>Takes what has come beyond what was asked for; it is in memory, so that others wait for it and not its sender.</summary>
    /// <param name="bytes">All that is there by now.</param>
    public void Grow(long bytes)
    {
        if (bytes > _taken)
        {
            budget.Overdraw(bytes - _taken);
            _taken = _length = bytes;
        }
    }

    /// <summary>The body has left for a provider.</summary>
    public void Sent()
    {
        if (Volatile.Read(ref _taken) <= ShortBytes)
        {
            GiveBack();
        }
        else
        {
            _linger ??= time.CreateTimer(static room => ((BodyRoom)room!).GiveBack(), this, Linger, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The whole answer is there: what is left is to pass it on, charge and record it.</summary>
    public void Answered() => _ = _linger?.Change(LingerAnswered, Timeout.InfiniteTimeSpan);

    /// <inheritdoc/>
    public void Dispose()
    {
        _linger?.Dispose();
        GiveBack();
        LargeGarbage.OfProcess.Left(Interlocked.Exchange(ref _length, 0), Copies);
    }

    private void GiveBack()
    {
        if (Interlocked.Exchange(ref _taken, 0) is > 0 and var taken)
        {
            budget.Return(taken);
        }
    }

    private async Task WaitAsync(long bytes, CancellationToken callerLeft)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, callerLeft);
        try
        {
            await budget.TakeAsync(bytes, either.Token);
        }
        catch (OperationCanceledException) when (!callerLeft.IsCancellationRequested)
        {
            throw new GatewayException(GatewayError.Gateway(
                GatewayErrorCode.ServerBusy, "More and larger requests came at once than there is memory for. Try again in a while."));
        }
    }
}
