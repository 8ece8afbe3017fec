namespace Weir.Gateway.Health;

/// <summary>How often a request of an endpoint may cost a second call, there or elsewhere: a tenth of its requests, and one in five seconds besides.</summary>
/// <remarks>So that an outage is not amplified. Not for several threads at once: <see cref="EndpointHealthState"/> guards it.</remarks>
internal sealed class RetryBudgetState
{
    private const double PerRequest = 0.1;
    private const double PerSecond = 0.2;
    private const double Most = 10;

    private double _tokens = 2;
    private TimeSpan _filledAt;

    public void Requested(TimeSpan now) => Fill(now, PerRequest);

    public bool TryTake(TimeSpan now)
    {
        Fill(now, 0);
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }

    private void Fill(TimeSpan now, double more)
    {
        _tokens = Math.Min(Most, _tokens + more + ((now - _filledAt).TotalSeconds * PerSecond));
        _filledAt = now;
    }
}
