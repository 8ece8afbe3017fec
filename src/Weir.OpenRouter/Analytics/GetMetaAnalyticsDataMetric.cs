namespace Weir.OpenRouter;

/// <summary>Something that analytics can count or average.</summary>
public sealed record GetMetaAnalyticsDataMetric : WireRecord
{
    /// <summary>
    /// How to show a value. One of <c>number</c>, <c>currency</c> (USD), <c>percent</c> (a fraction: multiply by 100), <c>latency</c>, <c>throughput</c>.
    /// </summary>
    public string? DisplayFormat { get; init; }

    /// <summary>For people, such as <c>Request Count</c>.</summary>
    public string? DisplayLabel { get; init; }

    /// <summary>True for a ratio, which is averaged over rows and must not be summed.</summary>
    public bool? IsRate { get; init; }

    /// <summary>For <see cref="QueryAnalyticsRequest.Metrics"/>, such as <c>request_count</c>.</summary>
    public string? Name { get; init; }
}
