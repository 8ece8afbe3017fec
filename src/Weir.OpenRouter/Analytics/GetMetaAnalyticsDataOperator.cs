namespace Weir.OpenRouter;

/// <summary>A comparison that a filter of analytics can make.</summary>
public sealed record GetMetaAnalyticsDataOperator : WireRecord
{
    /// <summary>
    /// For <see cref="QueryAnalyticsRequestFilter.Operator"/>. One of <c>eq</c>, <c>neq</c>, <c>in</c>, <c>not_in</c>, <c>gt</c>, <c>gte</c>, <c>lt</c>,
    /// <c>lte</c>.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>What the filter's value has to be. One of <c>scalar</c>, <c>array</c>.</summary>
    public string? ValueType { get; init; }
}
