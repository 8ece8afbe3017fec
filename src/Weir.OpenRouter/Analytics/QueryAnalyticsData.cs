using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Query analytics data, as <c>AnalyticsClient</c> gets it.</summary>
public sealed record QueryAnalyticsData : WireRecord
{
    [JsonPropertyName("cachedAt")]
    public decimal? CachedAt { get; init; }

    public IReadOnlyList<JsonElement>? Data { get; init; }

    public QueryAnalyticsDataMetadata? Metadata { get; init; }

    public IReadOnlyList<string>? Warnings { get; init; }
}
