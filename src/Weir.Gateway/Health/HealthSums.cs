namespace Weir.Gateway.Health;

/// <summary>The counts of a window.</summary>
internal readonly record struct HealthSums(long Successes, long Errors, long Outages, long ToolAnswers, long SoundToolAnswers)
{
    private const int LeastRequests = 100;

    /// <summary>Requests that say something about uptime.</summary>
    public long Requests => Successes + Errors;

    /// <summary>Share of good requests, 0 to 1; null when there were none.</summary>
    public double? Uptime => Requests == 0 ? null : (double)Successes / Requests;

    /// <summary>By the thresholds of the routing documentation; fewer than a hundred requests say nothing.</summary>
    public UptimeClass Class => this switch
    {
        { Requests: < LeastRequests } or { Uptime: >= 0.95 } => UptimeClass.Normal,
        { Uptime: >= 0.8 } => UptimeClass.Degraded,
        _ => UptimeClass.Down,
    };

    public HealthSums Plus(HealthSlice slice) => new(
        Successes + slice.Successes,
        Errors + slice.Errors,
        Outages + slice.Outages,
        ToolAnswers + slice.ToolAnswers,
        SoundToolAnswers + slice.SoundToolAnswers);
}
