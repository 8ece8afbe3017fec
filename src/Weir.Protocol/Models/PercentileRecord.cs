namespace Weir.Protocol.Models;

/// <summary>Percentiles of what was measured: latency in milliseconds, throughput in tokens a second.</summary>
public sealed record PercentileRecord
{
    public required double P50 { get; init; }
    public required double P75 { get; init; }
    public required double P90 { get; init; }
    public required double P99 { get; init; }
}
