using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>The rows that answer a <see cref="QueryAnalyticsRequest"/>.</summary>
public sealed record QueryAnalyticsData : WireRecord
{
    /// <summary>When the rows were computed, if they come from a cache; null otherwise. The API names no unit.</summary>
    [JsonPropertyName("cachedAt")]
    public decimal? CachedAt { get; init; }

    /// <summary>
    /// One JSON object a row: metrics and dimensions by name, the time bucket as <c>date__day</c> or <c>created_at__day</c> (by granularity); large counts
    /// may be texts.
    /// </summary>
    public IReadOnlyList<JsonElement>? Data { get; init; }

    /// <summary>How long the query took and whether rows are missing.</summary>
    public QueryAnalyticsDataMetadata? Metadata { get; init; }

    /// <summary>What could not be resolved in the filters, such as a key's hash; the rows are right for the rest. Null if all was clear.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }
}
