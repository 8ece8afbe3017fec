namespace Weir.OpenRouter;

/// <summary>Query analytics request time range, as <c>AnalyticsClient</c> sends it.</summary>
public sealed record QueryAnalyticsRequestTimeRange : WireRecord
{
    public required string End { get; init; }

    public required string Start { get; init; }
}
