namespace Weir.OpenRouter;

/// <summary>Which tags of a classifier the generations of a query must have.</summary>
public sealed record QueryAnalyticsRequestClassifierFilters : WireRecord
{
    /// <summary>UUID of the classifier; the one of <see cref="QueryAnalyticsRequest.ClassifierDimensions"/> where both are given.</summary>
    public required string ClassifierId { get; init; }

    /// <summary>Conditions that all have to hold, 1 to 10.</summary>
    public required IReadOnlyList<QueryAnalyticsRequestClassifierFiltersFilter> Filters { get; init; }
}
