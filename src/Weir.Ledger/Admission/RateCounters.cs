namespace Weir.Ledger.Admission;

/// <summary>What one key has done in the current minute, and is doing. Guarded by <see cref="RateLimitState"/>.</summary>
internal sealed class RateCounters
{
    private long _minute;

    public long Requests { get; set; }
    public long Tokens { get; set; }
    public int UnderWay { get; set; }

    /// <summary>Begins again when the minute is another one.</summary>
    public void RollTo(long minute)
    {
        if (minute > _minute)
        {
            (_minute, Requests, Tokens) = (minute, 0, 0);
        }
    }

    /// <summary>Whether nothing is lost when it is forgotten.</summary>
    public bool IsIdle(long minute) => UnderWay == 0 && minute > _minute;
}
