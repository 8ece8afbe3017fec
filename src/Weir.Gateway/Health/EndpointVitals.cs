namespace Weir.Gateway.Health;

/// <summary>What routing knows of an endpoint at one moment.</summary>
/// <remarks>The default value is an endpoint that nothing is known of: it counts as well.</remarks>
public readonly record struct EndpointVitals
{
    /// <summary>Whether it had a significant outage in the last 30 seconds.</summary>
    public bool IsUnstable { get; init; }

    /// <summary>Whether asking it now is pointless: its circuit is open, or it said when to come back and that is not yet.</summary>
    public bool IsBlocked { get; init; }

    public UptimeClass Uptime { get; init; }

    /// <summary>Seconds to the first token over the last 5 minutes; null when nothing was measured.</summary>
    public Percentiles? Latency { get; init; }

    /// <summary>
    /// Output tokens a second over the last 5 minutes, falling: 90 % of the answers were at least as fast as <see cref="Percentiles.P90"/>; null when nothing was measured.
    /// </summary>
    public Percentiles? Throughput { get; init; }

    /// <summary>Requests of the last 30 minutes.</summary>
    public long Requests { get; init; }

    /// <summary>Share of answers with tool calls of the last 2 hours whose calls were all sound, 0 to 1; null when there were fewer than 200.</summary>
    public double? ToolSuccess { get; init; }
}
