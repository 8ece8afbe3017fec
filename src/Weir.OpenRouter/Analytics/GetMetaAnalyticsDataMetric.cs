namespace Weir.OpenRouter;

/// <summary>Get meta analytics data metric, as <c>AnalyticsClient</c> gets it.</summary>
public sealed record GetMetaAnalyticsDataMetric : WireRecord
{
    /// <summary>One of <c>number</c>, <c>currency</c>, <c>percent</c>, <c>latency</c>, <c>throughput</c>.</summary>
    public string? DisplayFormat { get; init; }

    public string? DisplayLabel { get; init; }

    public bool? IsRate { get; init; }

    public string? Name { get; init; }
}
