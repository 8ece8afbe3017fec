namespace Weir.OpenRouter;

/// <summary>Get meta analytics data operator, as <c>AnalyticsClient</c> gets it.</summary>
public sealed record GetMetaAnalyticsDataOperator : WireRecord
{
    /// <summary>One of <c>eq</c>, <c>neq</c>, <c>in</c>, <c>not_in</c>, <c>gt</c>, <c>gte</c>, <c>lt</c>, <c>lte</c>.</summary>
    public string? Name { get; init; }

    /// <summary>One of <c>scalar</c>, <c>array</c>.</summary>
    public string? ValueType { get; init; }
}
