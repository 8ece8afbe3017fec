namespace Weir.Server.Tests.Testing;

/// <summary>A clock that stands until a test moves it, for what counts pauses and windows; timers run in real time.</summary>
internal sealed class SteppedTime : TimeProvider
{
    public TimeSpan Elapsed { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Elapsed.Ticks;

    public void Advance(double seconds) => Elapsed += TimeSpan.FromSeconds(seconds);
}
