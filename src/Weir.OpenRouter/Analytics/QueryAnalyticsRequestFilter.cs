using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Query analytics request filter, as <c>AnalyticsClient</c> sends it.</summary>
public sealed record QueryAnalyticsRequestFilter : WireRecord
{
    public required string Field { get; init; }

    public bool? IncludeUnset { get; init; }

    public required string Operator { get; init; }

    public required JsonElement Value { get; init; }
}
