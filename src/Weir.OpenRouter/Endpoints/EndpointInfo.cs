using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>One model at one provider: its price, limits and how well it has served of late.</summary>
public sealed record EndpointInfo : WireRecord
{
    /// <summary>Most tokens of prompt and completion together.</summary>
    public long? ContextLength { get; init; }

    /// <summary>Milliseconds to the first token, over the last 30 minutes; null for callers without a key, and where nothing was measured.</summary>
    [JsonPropertyName("latency_last_30m")]
    public PercentileStats? LatencyLast30m { get; init; }

    /// <summary>Most tokens that it writes; null where it names no limit.</summary>
    public long? MaxCompletionTokens { get; init; }

    /// <summary>Most tokens that it reads; null where it names no limit.</summary>
    public long? MaxPromptTokens { get; init; }

    /// <summary>Permanent slug of the model, <c>author/slug</c>.</summary>
    public string? ModelId { get; init; }

    /// <summary>Display name of the model.</summary>
    public string? ModelName { get; init; }

    /// <summary>Display name of the endpoint: provider and model, as <c>Provider | model</c>.</summary>
    public string? Name { get; init; }

    /// <summary>What it costs, USD for one unit.</summary>
    public EndpointInfoPricing? Pricing { get; init; }

    /// <summary>Display name of the provider, such as <c>OpenAI</c>; not its slug.</summary>
    public string? ProviderName { get; init; }

    /// <summary>
    /// Precision of the weights. One of <c>int4</c>, <c>int8</c>, <c>fp4</c>, <c>mxfp4</c>, <c>nvfp4</c>, <c>fp6</c>, <c>fp8</c>, <c>mxfp8</c>, <c>fp16</c>,
    /// <c>bf16</c>, <c>fp32</c>, <c>unknown</c>; null if not said.
    /// </summary>
    public string? Quantization { get; init; }

    /// <summary>0 when it is healthy, else -1, -2, -3, -5 or -10; the API does not say which stands for what.</summary>
    public long? Status { get; init; }

    /// <summary>Wire names of the request parameters that it obeys, such as <c>temperature</c> or <c>tools</c>.</summary>
    public IReadOnlyList<string>? SupportedParameters { get; init; }

    /// <summary>True when it caches prompts by itself, without <c>cache_control</c>.</summary>
    public bool? SupportsImplicitCaching { get; init; }

    /// <summary>True when it imitates the voice of <see cref="SpeechRequest.InputReferences"/>. Default false.</summary>
    public bool? SupportsVoiceCloning { get; init; }

    /// <summary>
    /// Slug of the provider with a variant, region or tier: <c>openai/priority</c>. For <see cref="ProviderPreferences.Only"/> and
    /// <see cref="ProviderPreferences.Order"/>.
    /// </summary>
    public string? Tag { get; init; }

    /// <summary>Tokens a second over the last 30 minutes; null for callers without a key, and where nothing was measured.</summary>
    [JsonPropertyName("throughput_last_30m")]
    public PercentileStats? ThroughputLast30m { get; init; }

    /// <summary>Share of good answers of the last day, in percent; refusals with 429 do not count. Null with too little traffic.</summary>
    [JsonPropertyName("uptime_last_1d")]
    public decimal? UptimeLast1d { get; init; }

    /// <summary>Share of good answers of the last 30 minutes, in percent; refusals with 429 do not count. Null with too little traffic.</summary>
    [JsonPropertyName("uptime_last_30m")]
    public decimal? UptimeLast30m { get; init; }

    /// <summary>Share of good answers of the last 5 minutes, in percent; refusals with 429 do not count. Null with too little traffic.</summary>
    [JsonPropertyName("uptime_last_5m")]
    public decimal? UptimeLast5m { get; init; }
}
