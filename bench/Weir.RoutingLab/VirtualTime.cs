namespace Weir.RoutingLab;

/// <summary>A clock that jumps from one thing that happens to the next; everything that happens does so on the thread that runs it.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Things of the same moment happen in the order they were planned, so that a run is the same every time.
    private readonly PriorityQueue<Action, (long At, long Order)> _coming = new();
    private long _now;
    private long _order;

    /// <summary>Since the run began.</summary>
    public TimeSpan Now => new(_now);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    // Not 0: a clock that has run for a while.
    public override long GetTimestamp() => _now + TimeSpan.TicksPerHour;

    public override DateTimeOffset GetUtcNow() => Epoch.AddTicks(_now);

    public void After(TimeSpan delay, Action happens) => _coming.Enqueue(happens, (_now + Math.Max(0, delay.Ticks), _order++));

    /// <summary>Lets everything happen until nothing is left, or until a moment.</summary>
    public void Run(TimeSpan until)
    {
        while (_coming.TryPeek(out _, out var next) && next.At <= until.Ticks)
        {
            var happens = _coming.Dequeue();
            _now = next.At;
            happens();
        }

        _now = Math.Max(_now, until.Ticks);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("What is simulated must not wait by itself: only the laboratory knows what happens next.");
}
