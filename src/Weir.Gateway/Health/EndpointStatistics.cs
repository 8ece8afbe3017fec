namespace Weir.Gateway.Health;

/// <summary>What people and clients are shown of an endpoint's health.</summary>
public sealed record EndpointStatistics
{
    public required EndpointVitals Vitals { get; init; }

    /// <summary>Share of good requests, 0 to 1; null when there were none.</summary>
    public double? UptimeLast5Minutes { get; init; }

    public double? UptimeLast30Minutes { get; init; }
    public double? UptimeLastDay { get; init; }

    /// <summary>Seconds to the first token.</summary>
    public Percentiles? LatencyLast30Minutes { get; init; }

    public Percentiles? LatencyLastDay { get; init; }

    /// <summary>Output tokens a second, falling.</summary>
    public Percentiles? ThroughputLast30Minutes { get; init; }

    public Percentiles? ThroughputLastDay { get; init; }

    /// <summary>Whether the endpoint is asked only now and then, because it failed.</summary>
    public bool IsCircuitOpen { get; init; }

    public int FailuresInARow { get; init; }

    /// <summary>How long the provider still wants to be left alone; null when it does not.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
