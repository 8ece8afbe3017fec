namespace Weir.Simulator.Faults;

/// <summary>Says whether a flapping upstream is down: it is from the first time it is asked, for one period in two.</summary>
internal sealed class FlapClock(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private long? _start;

    public bool IsDown(TimeSpan period)
    {
        var now = clock.GetTimestamp();
        long start;
        lock (_gate)
        {
            start = _start ??= now;
        }

        var phase = (long)(clock.GetElapsedTime(start, now) / period);
        return phase % 2 == 0;
    }
}
