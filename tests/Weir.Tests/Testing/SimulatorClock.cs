namespace Weir.Tests.Testing;

/// <summary>A clock that moves when a test says so, or, when told to, jumps to whatever is waited for.</summary>
public sealed class SimulatorClock(bool jumps = false) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<SimulatorTimer> _timers = [];
    private TaskCompletionSource _timerAdded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _elapsed;

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Time gone by since the clock was made.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return _elapsed;
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    /// <summary>Returns when somebody waits on this clock.</summary>
    public async Task SomebodyWaitsAsync(CancellationToken ct)
    {
        while (true)
        {
            Task added;
            lock (_gate)
            {
                if (_timers.Count > 0)
                {
                    return;
                }

                added = _timerAdded.Task;
            }

            await added.WaitAsync(ct);
        }
    }

    public void Advance(TimeSpan time)
    {
        List<SimulatorTimer> due;
        lock (_gate)
        {
            _elapsed += time;
            due = _timers.FindAll(timer => timer.Due <= _elapsed);
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatorTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Schedule(SimulatorTimer timer, TimeSpan dueTime)
    {
        TaskCompletionSource added;
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _elapsed + dueTime;
            _timers.Add(timer);
            added = _timerAdded;
            _timerAdded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        added.SetResult();
        if (jumps)
        {
            // Not from inside the call: whoever waits has not got its timer yet.
            ThreadPool.QueueUserWorkItem(_ => JumpTo(timer));
        }
    }

    internal void Remove(SimulatorTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private void JumpTo(SimulatorTimer timer)
    {
        var wait = timer.Due - Elapsed;
        Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
    }
}
