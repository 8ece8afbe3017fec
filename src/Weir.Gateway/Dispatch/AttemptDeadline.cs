using Weir.Gateway.Catalog;

namespace Weir.Gateway.Dispatch;

/// <summary>The clock of one attempt: cancels it when a phase takes too long, and knows whether it was the clock or the caller.</summary>
internal sealed class AttemptDeadline : IDisposable
{
    private readonly ProviderTimeouts _timeouts;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly CancellationTokenSource _source;
    private readonly ITimer _timer;
    private readonly TimeSpan _untilAnswer;
    private readonly Lock _gate = new();
    private bool _isAnswering;

    // Since the attempt began: when the phase under way is over, and when the timer looks. Each event moves the first; the second moves only when it would be too late.
    private TimeSpan _due;
    private TimeSpan _looks;
    private bool _isOver;
    private volatile bool _hasExpired;

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
        _source = lost.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(abandon, lost)
            : CancellationTokenSource.CreateLinkedTokenSource(abandon);
        _due = _looks = Bound;
        lock (_gate)
        {
            // Should it look at once, it waits until it is known here.
            _timer = time.CreateTimer(static state => ((AttemptDeadline)state!).Look(), this, WholeMilliseconds(_due), Timeout.InfiniteTimeSpan);
        }
    }

    public CancellationToken Token => _source.Token;

    public bool HasExpired => _hasExpired;

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
        lock (_gate)
        {
            _isOver = true;
        }

        _timer.Dispose();
        _source.Dispose();
    }

    // The bound of a request is for its beginning; an answer then has all the time that its provider's limits give.
    private TimeSpan Bound => _isAnswering || _timeouts.Total < _untilAnswer ? _timeouts.Total : _untilAnswer;

    private void Arm(TimeSpan phase, string name)
    {
        var elapsed = Elapsed;
        var left = Bound - elapsed;
        Phase = left < phase ? "total" : name;
        lock (_gate)
        {
            _due = elapsed + (left < phase ? left : phase);
            if (_due < _looks && !_isOver)
            {
                LookAt(_due, elapsed);
            }
        }
    }

    private void Look()
    {
        lock (_gate)
        {
            var elapsed = Elapsed;
            if (_isOver || _due > elapsed)
            {
                if (!_isOver)
                {
                    LookAt(_due, elapsed);
                }

                return;
            }

            _hasExpired = true;
        }

        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The attempt has just ended by itself.
        }
    }

    private void LookAt(TimeSpan due, TimeSpan now)
    {
        _looks = due;
        _ = _timer.Change(WholeMilliseconds(due - now), Timeout.InfiniteTimeSpan);
    }

    // Timers cut off what is less: they would look too early, again and again.
    private static TimeSpan WholeMilliseconds(TimeSpan time) => time <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));
}
