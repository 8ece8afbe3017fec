namespace Weir.RoutingLab;

/// <summary>So many requests a second, and not more.</summary>
/// <param name="perSecond">Requests.</param>
/// <param name="retryAfter">What a refusal says about coming back; null: nothing.</param>
internal sealed class RateLimit(double perSecond, TimeSpan? retryAfter)
{
    private double _used;
    private TimeSpan _counted;

    public TimeSpan? RetryAfter => retryAfter;

    public bool Admits(TimeSpan now)
    {
        _used = Math.Max(0, _used - ((now - _counted).TotalSeconds * perSecond));
        _counted = now;
        if (_used > perSecond - 1)
        {
            return false;
        }

        _used++;
        return true;
    }
}
