namespace Weir.OpenRouter;

/// <summary>Query analytics request classifier filters, as <c>AnalyticsClient</c> sends it.</summary>
public sealed record QueryAnalyticsRequestClassifierFilters : WireRecord
{
    public required string ClassifierId { get; init; }

    public required IReadOnlyList<QueryAnalyticsRequestClassifierFiltersFilter> Filters { get; init; }
}
