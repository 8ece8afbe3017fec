namespace Weir.Gateway.Recording;

/// <summary>Turns clock values into the nanoseconds that spans carry.</summary>
internal static class SpanTimes
{
    public static long UnixNanos(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * TimeSpan.NanosecondsPerTick;

    public static long Nanos(double milliseconds) => (long)(milliseconds * 1_000_000);
}
