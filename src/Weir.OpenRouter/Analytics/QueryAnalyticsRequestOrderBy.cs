namespace Weir.OpenRouter;

/// <summary>Query analytics request order by, as <c>AnalyticsClient</c> sends it.</summary>
public sealed record QueryAnalyticsRequestOrderBy : WireRecord
{
    /// <summary>One of <c>asc</c>, <c>desc</c>.</summary>
    public required string Direction { get; init; }

    public required string Field { get; init; }
}
