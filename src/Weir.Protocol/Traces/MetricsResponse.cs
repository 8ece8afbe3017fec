namespace Weir.Protocol.Traces;

/// <summary>The answer to <c>GET /api/weir/metrics</c>: numbers of calls over time.</summary>
public sealed record MetricsResponse
{
    /// <summary>Oldest first; only pieces of time in which there is something.</summary>
    public required IReadOnlyList<MetricsPoint> Data { get; init; }

    /// <summary>Begin of the first piece of time: <c>from</c>, rounded down to a whole one. ISO 8601, UTC, microseconds.</summary>
    public required string From { get; init; }

    /// <summary>End of the last piece of time: <c>to</c>, rounded up.</summary>
    public required string To { get; init; }

    /// <summary>How long a piece of time is.</summary>
    public required int BucketSeconds { get; init; }

    /// <summary>For <c>cursor</c>, where spans had to be looked through and there are more; counts and sums of all pages add up. Null: this is everything.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>How many spans were looked through for this page; null when the numbers were kept ones.</summary>
    public required long? Scanned { get; init; }

    /// <summary>Stored spans of the installation that are not in the numbers yet; as a rule those of the last second.</summary>
    public required long PendingSpans { get; init; }
}
