namespace Weir.RoutingLab;

/// <summary>What can befall an endpoint in the course of a run.</summary>
internal static class Ailments
{
    // From here on a wise gateway would ask somebody else, when it can.
    private const double Slow = 3;

    public static Func<TimeSpan, Condition> None { get; } = _ => Condition.Well;

    /// <summary>Fails between two moments.</summary>
    public static Func<TimeSpan, Condition> Outage(Failure failure, double from, double to = double.MaxValue, double share = 1) =>
        now => now.TotalSeconds >= from && now.TotalSeconds < to ? Condition.Failing(failure, share) : Condition.Well;

    /// <summary>Fails half of the time, in turns.</summary>
    public static Func<TimeSpan, Condition> Flapping(Failure failure, double period, double from = 0) =>
        now => now.TotalSeconds >= from && (now.TotalSeconds - from) % (2 * period) >= period ? Condition.Failing(failure) : Condition.Well;

    /// <summary>Gets slower and slower between two moments, and stays so.</summary>
    public static Func<TimeSpan, Condition> Drift(double factor, double from, double to) => now =>
    {
        var progress = Math.Clamp((now.TotalSeconds - from) / (to - from), 0, 1);
        var slowness = 1 + ((factor - 1) * progress);
        return Condition.Well with { Slowness = slowness, IsSick = slowness >= Slow };
    };
}
