namespace Weir.Gateway.Routing;

/// <summary>What endpoints are put in order by, instead of being balanced.</summary>
public enum SortMetric
{
    /// <summary>The cheapest first.</summary>
    Price,

    /// <summary>The one with the most tokens a second first.</summary>
    Throughput,

    /// <summary>The one that begins to answer soonest first.</summary>
    Latency,

    /// <summary>Those whose tool calls are sound first, balanced among themselves.</summary>
    Exacto,
}
