namespace Weir.Tests.Testing;

/// <summary>A clock that moves when a test says so; its timers fire at their times, in order, also periodically. Any thread may set timers.</summary>
internal sealed class FakeTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<Alarm> _alarms = [];
    private TimeSpan _elapsed;

    /// <summary>Timers that are still to fire.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _alarms.Count;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    // Not 0: a clock that has run for a while.
    public override long GetTimestamp() => _elapsed.Ticks + TimeSpan.TicksPerHour;

    public override DateTimeOffset GetUtcNow() => Start + _elapsed;

    public void Advance(TimeSpan time)
    {
        var end = _elapsed + time;
        while (TakeDue(end) is { } next)
        {
            next.Fire();
        }

        _elapsed = end;
    }

    private Alarm? TakeDue(TimeSpan end)
    {
        lock (_gate)
        {
            var next = _alarms.Where(alarm => alarm.Due <= end).MinBy(alarm => alarm.Due);
            _elapsed = next is not null && next.Due > _elapsed ? next.Due : _elapsed;
            return next;
        }
    }

    public void AdvanceSeconds(double seconds) => Advance(TimeSpan.FromSeconds(seconds));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        _ = alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(FakeTime time, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;
        private bool _disposed;

        public TimeSpan Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                if (_disposed)
                {
                    return false;
                }

                _period = period;
                _ = time._alarms.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = time._elapsed + dueTime;
                    time._alarms.Add(this);
                }

                return true;
            }
        }

        public void Fire()
        {
            _ = Change(_period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan, _period);
            callback(state);
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                _disposed = true;
                _ = time._alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
