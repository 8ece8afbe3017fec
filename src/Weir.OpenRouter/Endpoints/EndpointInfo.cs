using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Endpoint info, as <c>EndpointsClient</c> gets it.</summary>
public sealed record EndpointInfo : WireRecord
{
    public long? ContextLength { get; init; }

    [JsonPropertyName("latency_last_30m")]
    public PercentileStats? LatencyLast30m { get; init; }

    public long? MaxCompletionTokens { get; init; }

    public long? MaxPromptTokens { get; init; }

    public string? ModelId { get; init; }

    public string? ModelName { get; init; }

    public string? Name { get; init; }

    public EndpointInfoPricing? Pricing { get; init; }

    public string? ProviderName { get; init; }

    public string? Quantization { get; init; }

    public long? Status { get; init; }

    public IReadOnlyList<string>? SupportedParameters { get; init; }

    public bool? SupportsImplicitCaching { get; init; }

    public bool? SupportsVoiceCloning { get; init; }

    public string? Tag { get; init; }

    [JsonPropertyName("throughput_last_30m")]
    public PercentileStats? ThroughputLast30m { get; init; }

    [JsonPropertyName("uptime_last_1d")]
    public decimal? UptimeLast1d { get; init; }

    [JsonPropertyName("uptime_last_30m")]
    public decimal? UptimeLast30m { get; init; }

    [JsonPropertyName("uptime_last_5m")]
    public decimal? UptimeLast5m { get; init; }
}
