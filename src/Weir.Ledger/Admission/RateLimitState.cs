using Weir.Ledger.Keys;

namespace Weir.Ledger.Admission;

/// <summary>Counts requests and tokens by the minute and the day, and keeps out what is above the limits. In memory: a restart begins again.</summary>
/// <remarks>Bounded: keys that did nothing in this minute are forgotten when there are more than <see cref="MostKeys"/>, once a minute.</remarks>
/// <param name="current">The limits in force, read at each request.</param>
/// <param name="time">The clock.</param>
public sealed class RateLimitState(Func<RateLimits> current, TimeProvider time)
{
    private const int MostKeys = 10_000;
    private const long SecondsPerMinute = 60;

    private readonly Lock _lock = new();
    private readonly Dictionary<KeyHash, RateCounters> _keys = [];
    private readonly RateCounters _free = new();
    private DateOnly _day;
    private long _freeToday;
    private long _forgotInMinute;

    /// <summary>Lets a request in, or says which limit is used up.</summary>
    /// <param name="key">Whose it is.</param>
    /// <param name="isFree">Whether it costs nothing.</param>
    /// <param name="refused">The limit; null when it is let in.</param>
    public RateTicket? TryEnter(KeyHash key, bool isFree, out RateRefusal? refused)
    {
        var now = time.GetUtcNow();
        var minute = now.ToUnixTimeSeconds() / SecondsPerMinute;
        var limits = current();
        lock (_lock)
        {
            RollFree(minute, UtcWindows.Day(now));
            var counters = CountersOf(key, minute);
            refused = KeyRefusal(limits, counters, minute) ?? (isFree ? FreeRefusal(limits, minute) : null);
            if (refused is not null)
            {
                return null;
            }

            counters.Requests++;
            counters.UnderWay++;
            _free.Requests += isFree ? 1 : 0;
            _freeToday += isFree ? 1 : 0;
            return new RateTicket(this, counters);
        }
    }

    /// <summary>The limit that a request would meet now; null when it would be let in. Nothing is counted.</summary>
    public RateRefusal? Preview(KeyHash key, bool isFree)
    {
        var now = time.GetUtcNow();
        var minute = now.ToUnixTimeSeconds() / SecondsPerMinute;
        var limits = current();
        lock (_lock)
        {
            RollFree(minute, UtcWindows.Day(now));
            if (_keys.TryGetValue(key, out var counters))
            {
                counters.RollTo(minute);
            }

            return KeyRefusal(limits, counters ?? new RateCounters(), minute) ?? (isFree ? FreeRefusal(limits, minute) : null);
        }
    }

    /// <summary>How often free models may be called on this UTC day, and have been; the limit is null when there is none.</summary>
    public (int? Limit, long Used) FreeToday()
    {
        var today = UtcWindows.Day(time.GetUtcNow());
        lock (_lock)
        {
            return (current().FreeRequestsPerDay, today > _day ? 0 : _freeToday);
        }
    }

    /// <summary>How many keys are counted.</summary>
    internal int Keys
    {
        get
        {
            lock (_lock)
            {
                return _keys.Count;
            }
        }
    }

    internal void Count(RateCounters counters, long tokens)
    {
        lock (_lock)
        {
            counters.RollTo(time.GetUtcNow().ToUnixTimeSeconds() / SecondsPerMinute);
            counters.Tokens += tokens;
        }
    }

    internal void Leave(RateCounters counters)
    {
        lock (_lock)
        {
            counters.UnderWay--;
        }
    }

    private RateCounters CountersOf(KeyHash key, long minute)
    {
        if (!_keys.TryGetValue(key, out var counters))
        {
            Forget(minute);
            counters = new RateCounters();
            _keys.Add(key, counters);
        }

        counters.RollTo(minute);
        return counters;
    }

    // Once a minute: what is idle in a minute was so when it began, but for a few whose last request ends meanwhile.
    private void Forget(long minute)
    {
        if (_keys.Count < MostKeys || minute <= _forgotInMinute)
        {
            return;
        }

        _forgotInMinute = minute;
        foreach (var (key, counters) in _keys)
        {
            if (counters.IsIdle(minute))
            {
                _ = _keys.Remove(key);
            }
        }
    }

    private static RateRefusal? KeyRefusal(RateLimits limits, RateCounters counters, long minute)
    {
        if (counters.Requests >= limits.RequestsPerMinute)
        {
            return new RateRefusal("requests a minute of this key", limits.RequestsPerMinute.Value, EndOf(minute));
        }

        if (counters.Tokens >= limits.TokensPerMinute)
        {
            return new RateRefusal("tokens a minute of this key", limits.TokensPerMinute.Value, EndOf(minute));
        }

        return counters.UnderWay >= limits.Concurrency
            ? new RateRefusal("requests of this key at the same time", limits.Concurrency.Value, ResetAt: null)
            : null;
    }

    private void RollFree(long minute, DateOnly today)
    {
        _free.RollTo(minute);
        (_day, _freeToday) = today > _day ? (today, 0) : (_day, _freeToday);
    }

    private RateRefusal? FreeRefusal(RateLimits limits, long minute)
    {
        if (_free.Requests >= limits.FreeRequestsPerMinute)
        {
            return new RateRefusal("requests a minute to free models", limits.FreeRequestsPerMinute.Value, EndOf(minute));
        }

        return _freeToday >= limits.FreeRequestsPerDay
            ? new RateRefusal(
                "requests a day to free models", limits.FreeRequestsPerDay.Value, new DateTimeOffset(_day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero))
            : null;
    }

    private static DateTimeOffset EndOf(long minute) => DateTimeOffset.FromUnixTimeSeconds((minute + 1) * SecondsPerMinute);
}
