namespace Weir.Protocol.Models;

/// <summary>Percentiles of what was measured: latency in milliseconds, throughput in tokens a second.</summary>
public sealed record PercentileRecord
{
    /// <summary>The median: half of the answers were at least as good.</summary>
    public required double P50 { get; init; }

    /// <summary>75 % of the answers were at least as good.</summary>
    public required double P75 { get; init; }

    /// <summary>90 % of the answers were at least as good.</summary>
    public required double P90 { get; init; }

    /// <summary>99 % of the answers were at least as good.</summary>
    public required double P99 { get; init; }
}
