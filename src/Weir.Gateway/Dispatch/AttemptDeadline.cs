using Weir.Gateway.Catalog;

namespace Weir.Gateway.Dispatch;

/// <summary>The clock of one attempt: cancels it when a phase takes too long, and knows whether it was the clock or the caller.</summary>
internal sealed class AttemptDeadline : IDisposable
{
    private readonly ProviderTimeouts _timeouts;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly CancellationTokenSource _timer;
    private readonly CancellationTokenSource _linked;
    private readonly TimeSpan _untilAnswer;
    private bool _isAnswering;

    /// <param name="timeouts">The provider's limits.</param>
    /// <param name="untilAnswer">What the request has left for an answer to begin.</param>
    /// <param name="time">The clock.</param>
    /// <param name="abandon">Fires when the caller's leaving cancels the attempt.</param>
    /// <param name="lost">Fires when another attempt has answered.</param>
    public AttemptDeadline(ProviderTimeouts timeouts, TimeSpan untilAnswer, TimeProvider time, CancellationToken abandon, CancellationToken lost = default)
    {
        _timeouts = timeouts;
        _untilAnswer = untilAnswer;
        _time = time;
        _started = time.GetTimestamp();
        _timer = new CancellationTokenSource(Bound, time);
        _linked = lost.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, abandon, lost)
            : CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, abandon);
    }

    public CancellationToken Token => _linked.Token;

    public bool HasExpired => _timer.IsCancellationRequested;

    /// <summary>The phase under way, as a message names it.</summary>
    public string Phase { get; private set; } = "total";

    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    public void ArmFirstToken() => Arm(_timeouts.FirstToken, "first token");

    public void ArmIdle() => Arm(_timeouts.Idle, "idle");

    /// <summary>The answer has begun: only the provider's own pauses count from here on, not those of a client that reads slowly.</summary>
    public void BeginAnswer()
    {
        _isAnswering = true;
        ArmTotal();
    }

    /// <summary>Bytes have arrived: a pause begins anew. Before an answer has begun only its first-token limit counts, whatever arrives.</summary>
    public void SignOfLife()
    {
        if (_isAnswering)
        {
            ArmIdle();
        }
    }

    /// <summary>Leaves only the bound of the whole attempt.</summary>
    public void ArmTotal() => Arm(_timeouts.Total, "total");

    public void Dispose()
    {
        _linked.Dispose();
        _timer.Dispose();
    }

    // The bound of a request is for its beginning; an answer then has all the time that its provider's limits give.
    private TimeSpan Bound => _isAnswering || _timeouts.Total < _untilAnswer ? _timeouts.Total : _untilAnswer;

    private void Arm(TimeSpan phase, string name)
    {
        var left = Bound - Elapsed;
        Phase = left < phase ? "total" : name;
        _timer.CancelAfter(left < phase ? TimeSpan.FromTicks(Math.Max(0, left.Ticks)) : phase);
    }
}
