namespace Weir.Gateway.Health;

/// <summary>Notices an endpoint that takes calls and says nothing, long before the first of them has run out of time.</summary>
/// <remarks>
/// Time counts from the first call since the last sign of life, so whoever answers others is not silent. A call that we gave up ourselves never ends with a
/// word: one that had waited in vain for long enough still counts, for a minute, since else such an endpoint would never be noticed or never be asked again.
/// Not for several threads at once: <see cref="EndpointHealthState"/> guards it.
/// </remarks>
internal sealed class SilenceState
{
    // Times what the slowest hundredth of the answers took of late.
    private const double Patience = 3;
    private static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PatienceWithStrangers = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private TimeSpan? _since;

    /// <summary>A call that is to be streamed has been sent; one that is not says nothing until it is complete.</summary>
    public void Called(TimeSpan now)
    {
        if (_since is not { } since || now - since > Longest)
        {
            _since = now;
        }
    }

    /// <summary>An answer has begun, or a call has failed: that is counted elsewhere.</summary>
    public void Heard() => _since = null;

    /// <summary>A call was given up before it said anything. When it is the one that time counts from, and too soon to say anything, time counts no more.</summary>
    /// <param name="now">When.</param>
    /// <param name="askedAt">When it was sent.</param>
    /// <param name="latency">Seconds to the first token of late; null when nothing was measured.</param>
    public void Withdrawn(TimeSpan now, TimeSpan askedAt, Percentiles? latency)
    {
        if (_since == askedAt && now - askedAt <= PatienceWith(latency))
        {
            _since = null;
        }
    }

    /// <param name="now">When.</param>
    /// <param name="latency">Seconds to the first token of late; null when nothing was measured.</param>
    public bool IsSilent(TimeSpan now, Percentiles? latency) =>
        _since is { } since && now - since > PatienceWith(latency) && now - since <= Longest;

    private static TimeSpan PatienceWith(Percentiles? latency) =>
        latency is { } usual ? TimeSpan.FromSeconds(Math.Max(LeastPatience.TotalSeconds, Patience * usual.P99)) : PatienceWithStrangers;
}
