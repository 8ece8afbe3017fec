namespace Weir.Tests.Testing;

/// <summary>A timer of <see cref="SimulatorClock"/>; fires once.</summary>
internal sealed class SimulatorTimer(SimulatorClock clock, TimerCallback callback, object? state) : ITimer
{
    public TimeSpan Due { get; set; }

    public void Fire() => callback(state);

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Schedule(this, dueTime);
        return true;
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
