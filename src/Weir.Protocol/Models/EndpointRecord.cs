using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>One endpoint of a model. Statistics are null until there is enough traffic to say something.</summary>
public sealed record EndpointRecord
{
    /// <summary><c>Provider | model</c>.</summary>
    public required string Name { get; init; }

    public required string ModelId { get; init; }
    public required string ModelName { get; init; }
    public required int ContextLength { get; init; }
    public required PricingRecord Pricing { get; init; }
    public required string ProviderName { get; init; }
    public required string Tag { get; init; }
    public required string? Quantization { get; init; }
    public required int? MaxCompletionTokens { get; init; }
    public int? MaxPromptTokens { get; init; }
    public required IReadOnlyList<string> SupportedParameters { get; init; }

    public required ToolChoiceSupport SupportsToolChoice { get; init; }

    /// <summary>0 is normal.</summary>
    public int Status { get; init; }

    [JsonPropertyName("uptime_last_5m")]
    public double? UptimeLast5m { get; init; }

    [JsonPropertyName("uptime_last_30m")]
    public double? UptimeLast30m { get; init; }

    [JsonPropertyName("uptime_last_1d")]
    public double? UptimeLast1d { get; init; }

    [JsonPropertyName("latency_last_30m")]
    public PercentileRecord? LatencyLast30m { get; init; }

    [JsonPropertyName("throughput_last_30m")]
    public PercentileRecord? ThroughputLast30m { get; init; }

    /// <summary>Whether the provider caches prompts without being asked.</summary>
    public bool SupportsImplicitCaching { get; init; }

    public bool SupportsVoiceCloning { get; init; }
}
