namespace Weir.Gateway.Health;

/// <summary>Notices an endpoint that takes calls and says nothing, long before the first of them has run out of time.</summary>
/// <remarks>
/// Time counts from the first call since the last sign of life, so whoever answers others is not silent. Calls whose callers left never end with a word:
/// after a minute they count no more, else such an endpoint would never be asked again. Not for several threads at once: <see cref="EndpointHealthState"/> guards it.
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

    /// <param name="now">When.</param>
    /// <param name="latency">Seconds to the first token of late; null when nothing was measured.</param>
    public bool IsSilent(TimeSpan now, Percentiles? latency)
    {
        if (_since is not { } since)
        {
            return false;
        }

        var patience = latency is { } usual ? TimeSpan.FromSeconds(Math.Max(LeastPatience.TotalSeconds, Patience * usual.P99)) : PatienceWithStrangers;
        return now - since > patience && now - since <= Longest;
    }
}
