namespace Weir.Gateway.Health;

/// <summary>The counts of a window.</summary>
internal readonly record struct HealthSums(long Successes, long Errors, long Outages, long ToolAnswers, long SoundToolAnswers)
{
    /// <summary>Requests that say something about uptime.</summary>
    public long Requests => Successes + Errors;

    /// <summary>Share of good requests, 0 to 1; null when there were none.</summary>
    public double? Uptime => Requests == 0 ? null : (double)Successes / Requests;

    public HealthSums Plus(HealthSlice slice) => new(
        Successes + slice.Successes,
        Errors + slice.Errors,
        Outages + slice.Outages,
        ToolAnswers + slice.ToolAnswers,
        SoundToolAnswers + slice.SoundToolAnswers);
}
