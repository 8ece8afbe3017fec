namespace Weir.OpenRouter;

/// <summary>A length that the time buckets of analytics can have.</summary>
public sealed record GetMetaAnalyticsDataGranularity : WireRecord
{
    /// <summary>For people, such as <c>Day</c>.</summary>
    public string? DisplayLabel { get; init; }

    /// <summary>For <see cref="QueryAnalyticsRequest.Granularity"/>. One of <c>minute</c>, <c>hour</c>, <c>day</c>, <c>week</c>, <c>month</c>.</summary>
    public string? Name { get; init; }
}
