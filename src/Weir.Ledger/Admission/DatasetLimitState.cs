using Weir.Ledger.Keys;

namespace Weir.Ledger.Admission;

/// <summary>Counts requests for data sets by key and minute, and of all keys by day. In memory: a restart begins again.</summary>
/// <remarks>Bounded by the keys that asked in this minute: with the next one they are forgotten.</remarks>
/// <param name="current">The limits in force, read at each request.</param>
/// <param name="time">The clock.</param>
public sealed class DatasetLimitState(Func<RateLimits> current, TimeProvider time)
{
    private const long SecondsPerMinute = 60;

    private readonly Lock _lock = new();
    private readonly Dictionary<KeyHash, int> _keys = [];
    private long _minute;
    private DateOnly _day;
    private long _today;

    /// <summary>Lets a request in, or says which limit is used up.</summary>
    /// <returns>The limit; null when it is let in.</returns>
    public RateRefusal? TryEnter(KeyHash key)
    {
        var now = time.GetUtcNow();
        var limits = current();
        lock (_lock)
        {
            RollTo(now);
            var asked = _keys.GetValueOrDefault(key);
            if (asked >= limits.DatasetRequestsPerMinute)
            {
                return new RateRefusal(
                    "requests a minute of this key for data sets",
                    limits.DatasetRequestsPerMinute.Value,
                    DateTimeOffset.FromUnixTimeSeconds((_minute + 1) * SecondsPerMinute));
            }

            if (_today >= limits.DatasetRequestsPerDay)
            {
                return new RateRefusal(
                    "requests a day for data sets", limits.DatasetRequestsPerDay.Value, new DateTimeOffset(_day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
            }

            _keys[key] = asked + 1;
            _today++;
            return null;
        }
    }

    private void RollTo(DateTimeOffset now)
    {
        var minute = now.ToUnixTimeSeconds() / SecondsPerMinute;
        if (minute > _minute)
        {
            _minute = minute;
            _keys.Clear();
        }

        (_day, _today) = UtcWindows.Day(now) is var day && day > _day ? (day, 0) : (_day, _today);
    }
}
