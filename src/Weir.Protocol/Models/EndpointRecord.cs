using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>One endpoint of a model. Statistics are null until there is enough traffic to say something.</summary>
public sealed record EndpointRecord
{
    /// <summary><c>Provider | model</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Permanent slug of the model.</summary>
    public required string ModelId { get; init; }

    /// <summary>The model's name for people, such as <c>Acme: Small</c>.</summary>
    public required string ModelName { get; init; }

    /// <summary>Tokens of prompt and answer together.</summary>
    public required int ContextLength { get; init; }

    /// <summary>Prices of this endpoint alone.</summary>
    public required PricingRecord Pricing { get; init; }

    /// <summary>Display name of the provider.</summary>
    public required string ProviderName { get; init; }

    /// <summary>What requests name the endpoint by: the provider's slug, with a variant, region or tier behind a slash where it has one.</summary>
    public required string Tag { get; init; }

    /// <summary>
    /// How exactly the weights are kept: <c>int4</c>, <c>int8</c>, <c>fp4</c>, <c>mxfp4</c>, <c>nvfp4</c>, <c>fp6</c>, <c>fp8</c>, <c>mxfp8</c>, <c>fp16</c>,
    /// <c>bf16</c>, <c>fp32</c> or <c>unknown</c>; null: nobody says.
    /// </summary>
    public required string? Quantization { get; init; }

    /// <summary>The most tokens of an answer; null: the context is the only bound.</summary>
    public required int? MaxCompletionTokens { get; init; }

    /// <summary>The most tokens of a prompt; null: the context is the only bound.</summary>
    public int? MaxPromptTokens { get; init; }

    /// <summary>Names of request members that it takes, in name order, such as <c>tools</c>.</summary>
    public required IReadOnlyList<string> SupportedParameters { get; init; }

    /// <summary>All false when the endpoint takes no <c>tool_choice</c>.</summary>
    public required ToolChoiceSupport SupportsToolChoice { get; init; }

    /// <summary>0 normal, -1 asked later than others, -2 asked last.</summary>
    public int Status { get; init; }

    /// <summary>Percent of the requests that this server sent there and that went well; those refused for their rate do not count.</summary>
    [JsonPropertyName("uptime_last_5m")]
    public double? UptimeLast5m { get; init; }

    /// <summary>Percent of the requests that this server sent there and that went well; those refused for their rate do not count.</summary>
    [JsonPropertyName("uptime_last_30m")]
    public double? UptimeLast30m { get; init; }

    /// <summary>Percent of the requests that this server sent there and that went well; those refused for their rate do not count.</summary>
    [JsonPropertyName("uptime_last_1d")]
    public double? UptimeLast1d { get; init; }

    /// <summary>Milliseconds to the first token; null also for callers without a key.</summary>
    [JsonPropertyName("latency_last_30m")]
    public PercentileRecord? LatencyLast30m { get; init; }

    /// <summary>Output tokens a second, falling: 90 % of the answers were at least as fast as <c>p90</c>; null also for callers without a key.</summary>
    [JsonPropertyName("throughput_last_30m")]
    public PercentileRecord? ThroughputLast30m { get; init; }

    /// <summary>Whether the provider caches prompts without being asked.</summary>
    public bool SupportsImplicitCaching { get; init; }

    /// <summary>Whether a voice can be made of a sample of somebody speaking.</summary>
    public bool SupportsVoiceCloning { get; init; }
}
