namespace Weir.OpenRouter;

/// <summary>Something that rows of analytics can be grouped or filtered by.</summary>
public sealed record GetMetaAnalyticsDataDimension : WireRecord
{
    /// <summary>For people, such as <c>Model</c>.</summary>
    public string? DisplayLabel { get; init; }

    /// <summary>For <see cref="QueryAnalyticsRequest.Dimensions"/> and <see cref="QueryAnalyticsRequestFilter.Field"/>, such as <c>model</c>.</summary>
    public string? Name { get; init; }
}
