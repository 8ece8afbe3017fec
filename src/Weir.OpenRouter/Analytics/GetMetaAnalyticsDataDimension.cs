namespace Weir.OpenRouter;

/// <summary>Get meta analytics data dimension, as <c>AnalyticsClient</c> gets it.</summary>
public sealed record GetMetaAnalyticsDataDimension : WireRecord
{
    public string? DisplayLabel { get; init; }

    public string? Name { get; init; }
}
