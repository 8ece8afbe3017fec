namespace Weir.Gateway.Health;

/// <summary>Keeps requests from an endpoint that fails; lets one real request through after a growing pause, and closes when that is answered.</summary>
/// <remarks>
/// A request that is let through takes the whole next pause for itself, so one that never comes back blocks nothing. Not for several
/// threads at once: <see cref="EndpointHealthState"/> guards it.
/// </remarks>
internal sealed class CircuitState(Random random)
{
    private const int MostFailuresInARow = 3;
    private const int LeastErrors = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private TimeSpan _pause = FirstPause;
    private TimeSpan _openedAt;
    private TimeSpan _until;
    private bool _isProbing;

    public bool IsOpen { get; private set; }

    public int FailuresInARow { get; private set; }

    public bool Blocks(TimeSpan now) => IsOpen && now < _until;

    /// <summary>Whether a request may ask the endpoint now; when the circuit is open, the one that may is the probe.</summary>
    public bool TryEnter(TimeSpan now)
    {
        if (Blocks(now))
        {
            return false;
        }

        if (IsOpen)
        {
            _isProbing = true;
            _until = now + Jittered(_pause);
        }

        return true;
    }

    /// <summary>The endpoint has begun to answer: it is asked again. A row of failures ends with a whole answer only.</summary>
    /// <param name="sentAt">When it was asked: an answer to what was under way before it failed says nothing new.</param>
    public void Began(TimeSpan sentAt) => IsOpen &= sentAt < _openedAt;

    /// <summary>A probe says that the endpoint is back. The row of failures stays: the next one opens the circuit again.</summary>
    public void Recovered() => IsOpen = false;

    /// <summary>A whole answer; while it is open, one of before.</summary>
    public void Succeeded()
    {
        if (IsOpen)
        {
            return;
        }

        FailuresInARow = 0;
        _pause = FirstPause;
    }

    /// <param name="now">When.</param>
    /// <param name="recent">What happened in the last seconds, this failure included.</param>
    public void Failed(TimeSpan now, in HealthSums recent)
    {
        FailuresInARow++;

        // Late failures of calls that were under way when it opened say nothing new.
        if (IsOpen && !_isProbing)
        {
            return;
        }

        if (IsOpen)
        {
            _pause = _pause * 2 < LongestPause ? _pause * 2 : LongestPause;
        }

        if (IsOpen || FailuresInARow >= MostFailuresInARow || (recent.Errors >= LeastErrors && recent.Errors >= recent.Successes))
        {
            IsOpen = true;
            _isProbing = false;
            _openedAt = now;
            _until = now + Jittered(_pause);
        }
    }

    // Many servers that lost the same provider must not come back to it at the same moment.
    private TimeSpan Jittered(TimeSpan pause) => pause * (0.8 + (0.4 * random.NextDouble()));
}
