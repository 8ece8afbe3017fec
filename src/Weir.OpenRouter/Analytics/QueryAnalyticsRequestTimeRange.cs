namespace Weir.OpenRouter;

/// <summary>A span of time.</summary>
public sealed record QueryAnalyticsRequestTimeRange : WireRecord
{
    /// <summary>Where it ends, ISO 8601.</summary>
    public required string End { get; init; }

    /// <summary>Where it begins, ISO 8601.</summary>
    public required string Start { get; init; }
}
