namespace Weir.OpenRouter;

/// <summary>How a query over the use of an account went.</summary>
public sealed record QueryAnalyticsDataMetadata : WireRecord
{
    /// <summary>How long the query took, in milliseconds.</summary>
    public decimal? QueryTimeMs { get; init; }

    /// <summary>Rows in this answer.</summary>
    public long? RowCount { get; init; }

    /// <summary>True when <see cref="QueryAnalyticsRequest.Limit"/> or <see cref="QueryAnalyticsRequest.GroupLimit"/> cut rows off.</summary>
    public bool? Truncated { get; init; }
}
