namespace Weir.Load;

/// <summary>One thing that is measured of each system.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="Unit">Of the number itself.</param>
/// <param name="Digits">After the point, as printed.</param>
internal sealed record Figure(string Name, string Unit, int Digits = 0)
{
    public static readonly Figure Added50 = new("added p50, 1 at a time", "µs");
    public static readonly Figure Added99 = new("added p99, 1 at a time", "µs");
    public static readonly Figure Processor = new("processor a request, 8 at a time", "µs", 1);
    public static readonly Figure Rate1 = new("requests a second, 1 at a time", "/s");
    public static readonly Figure Rate10 = new("requests a second, 8,000 by 10 at a time", "/s");
    public static readonly Figure Rate16 = new("requests a second, 16 at a time", "/s");
    public static readonly Figure Rate32 = new("requests a second, 32 at a time", "/s");
    public static readonly Figure Rate128 = new("requests a second, 128 at a time", "/s");
    public static readonly Figure StreamRate32 = new("streams of 64 events a second, 32 at a time, not paced", "/s");
    public static readonly Figure Under1 = new("most requests a second with p99 under 1 ms", "/s");
    public static readonly Figure Under5 = new("most requests a second with p99 under 5 ms", "/s");
    public static readonly Figure Under10 = new("most requests a second with p99 under 10 ms", "/s");
    public static readonly Figure AddedFirst50 = new("added p50 to the first event, 1 stream at a time", "µs");
    public static readonly Figure AddedFirst99 = new("added p99 to the first event, 1 stream at a time", "µs");
    public static readonly Figure Idle = new("memory idle", "MiB");
    public static readonly Figure Peak = new("peak memory, 1,500 requests of 150 KB at once", "MiB");
    public static readonly Figure After = new("memory 10 s after that", "MiB");
    public static readonly Figure Refused = new("of those 1,500: not answered with 200", "");
    public static readonly Figure ColdStart = new("start to first 200", "ms");

    public static Figure PacedProcessor(int streams) => new(FormattableString.Invariant($"{streams} streams paced at 20 ms: processor an event"), "µs", 1);

    public static Figure PacedLost(int streams) => new(FormattableString.Invariant($"{streams} streams paced at 20 ms: events lost"), "");

    public static Figure PacedDelay(int streams) => new(FormattableString.Invariant($"{streams} streams paced at 20 ms: p50 from upstream to client"), "µs");

    public static Figure PacedGap(int streams) => new(FormattableString.Invariant($"{streams} streams paced at 20 ms: p99 between two events"), "ms", 1);

    public static Figure PacedFirst(int streams) => new(FormattableString.Invariant($"{streams} streams paced at 20 ms: p50 to the first event"), "µs");
}
