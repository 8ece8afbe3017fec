namespace Weir.RoutingLab;

/// <summary>So many requests a second, and not more.</summary>
/// <param name="perSecond">Requests.</param>
/// <param name="retryAfter">What a refusal says about coming back; null: nothing.</param>
internal sealed class RateLimit(double perSecond, TimeSpan? retryAfter)
{
    private double _tokens = perSecond;
    private TimeSpan _filled;

    public TimeSpan? RetryAfter => retryAfter;

    public bool Admits(TimeSpan now)
    {
        _tokens = Math.Min(perSecond, _tokens + ((now - _filled).TotalSeconds * perSecond));
        _filled = now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
