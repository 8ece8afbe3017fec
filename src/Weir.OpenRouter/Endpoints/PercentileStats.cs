namespace Weir.OpenRouter;

/// <summary>
/// Percentiles of a measurement, in its unit. Of latencies they grow; of throughput they fall: 90 % of calls were at least as fast as <see cref="P90"/>.
/// </summary>
public sealed record PercentileStats : WireRecord
{
    /// <summary>The middle: half of the calls were better.</summary>
    public decimal? P50 { get; init; }

    /// <summary>What 75 % of the calls kept to.</summary>
    public decimal? P75 { get; init; }

    /// <summary>What 90 % of the calls kept to.</summary>
    public decimal? P90 { get; init; }

    /// <summary>What 99 % of the calls kept to.</summary>
    public decimal? P99 { get; init; }
}
