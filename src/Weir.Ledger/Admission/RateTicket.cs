namespace Weir.Ledger.Admission;

/// <summary>A request that was let in under the rate limits; disposed when it has ended.</summary>
public sealed class RateTicket : IDisposable
{
    private readonly RateLimitState _owner;
    private readonly RateCounters _counters;
    private bool _closed;

    internal RateTicket(RateLimitState owner, RateCounters counters)
    {
        _owner = owner;
        _counters = counters;
    }

    /// <summary>Counts the tokens that the request used.</summary>
    public void Use(long tokens) => _owner.Count(_counters, tokens);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            _owner.Leave(_counters);
        }
    }
}
