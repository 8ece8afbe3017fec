using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Pricing override, as <c>EndpointsClient</c> gets it.</summary>
public sealed record PricingOverride : WireRecord
{
    public string? Audio { get; init; }

    public string? Completion { get; init; }

    public string? InputAudioCache { get; init; }

    public string? InputCacheRead { get; init; }

    public string? InputCacheWrite { get; init; }

    [JsonPropertyName("input_cache_write_1h")]
    public string? InputCacheWrite1h { get; init; }

    public decimal? MinPromptTokens { get; init; }

    public string? Prompt { get; init; }

    public decimal? UtcEnd { get; init; }

    public decimal? UtcStart { get; init; }
}
