using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Endpoint info pricing, as <c>EndpointsClient</c> gets it.</summary>
public sealed record EndpointInfoPricing : WireRecord
{
    public string? Audio { get; init; }

    public string? AudioOutput { get; init; }

    public string? Completion { get; init; }

    public decimal? Discount { get; init; }

    public string? Image { get; init; }

    public string? ImageOutput { get; init; }

    public string? ImageToken { get; init; }

    public string? InputAudioCache { get; init; }

    public string? InputCacheRead { get; init; }

    public string? InputCacheWrite { get; init; }

    [JsonPropertyName("input_cache_write_1h")]
    public string? InputCacheWrite1h { get; init; }

    public string? InternalReasoning { get; init; }

    public IReadOnlyList<PricingOverride>? Overrides { get; init; }

    public string? Prompt { get; init; }

    public string? Request { get; init; }

    public string? WebSearch { get; init; }
}
