namespace Weir.OpenRouter;

/// <summary>By which tags of a classifier a query groups.</summary>
public sealed record QueryAnalyticsRequestClassifierDimensions : WireRecord
{
    /// <summary>UUID of the classifier.</summary>
    public required string ClassifierId { get; init; }

    /// <summary>Its dimensions to group by, in snake_case, 2 at most; each becomes a column of the rows.</summary>
    public IReadOnlyList<string>? DimensionNames { get; init; }

    /// <summary>True also counts generations without a tag. Default false.</summary>
    public bool? IncludeNulls { get; init; }
}
