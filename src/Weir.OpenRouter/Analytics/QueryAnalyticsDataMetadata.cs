namespace Weir.OpenRouter;

/// <summary>Query analytics data metadata, as <c>AnalyticsClient</c> gets it.</summary>
public sealed record QueryAnalyticsDataMetadata : WireRecord
{
    public decimal? QueryTimeMs { get; init; }

    public long? RowCount { get; init; }

    public bool? Truncated { get; init; }
}
