namespace Weir.OpenRouter;

/// <summary>Query analytics request classifier dimensions, as <c>AnalyticsClient</c> sends it.</summary>
public sealed record QueryAnalyticsRequestClassifierDimensions : WireRecord
{
    public required string ClassifierId { get; init; }

    public IReadOnlyList<string>? DimensionNames { get; init; }

    public bool? IncludeNulls { get; init; }
}
