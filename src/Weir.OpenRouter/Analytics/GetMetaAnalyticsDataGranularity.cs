namespace Weir.OpenRouter;

/// <summary>Get meta analytics data granularity, as <c>AnalyticsClient</c> gets it.</summary>
public sealed record GetMetaAnalyticsDataGranularity : WireRecord
{
    public string? DisplayLabel { get; init; }

    /// <summary>One of <c>minute</c>, <c>hour</c>, <c>day</c>, <c>week</c>, <c>month</c>.</summary>
    public string? Name { get; init; }
}
