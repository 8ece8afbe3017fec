using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Query analytics request classifier filters filter, as <c>AnalyticsClient</c> sends it.</summary>
public sealed record QueryAnalyticsRequestClassifierFiltersFilter : WireRecord
{
    public required string Field { get; init; }

    public required string Operator { get; init; }

    public required JsonElement Value { get; init; }
}
