namespace Weir.OpenRouter;

/// <summary>The order of the rows of a query.</summary>
public sealed record QueryAnalyticsRequestOrderBy : WireRecord
{
    /// <summary>Smallest first or largest first. One of <c>asc</c>, <c>desc</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>A metric or dimension of the query, <c>request_count</c>, or <c>date</c>.</summary>
    public required string Field { get; init; }
}
