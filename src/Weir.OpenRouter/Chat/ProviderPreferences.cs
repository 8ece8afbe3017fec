using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>
/// Which providers may serve a request, and in which order. Null leaves it to the account. Slugs may name a variant, region or tier: <c>openai/priority</c>.
/// </summary>
public sealed record ProviderPreferences : WireRecord
{
    /// <summary>False tries only the first provider, or those of <see cref="Order"/>, and gives its error. Default true.</summary>
    public bool? AllowFallbacks { get; init; }

    /// <summary><c>deny</c> leaves out providers that keep prompts or learn from them, <c>allow</c> does not. Default <c>allow</c>.</summary>
    public string? DataCollection { get; init; }

    /// <summary>True leaves only models whose answers other models may learn from.</summary>
    public bool? EnforceDistillableText { get; init; }

    /// <summary>Slugs of providers that must not serve, in addition to those that the account leaves out.</summary>
    public IReadOnlyList<string>? Ignore { get; init; }

    /// <summary>Endpoints above it are left out; if none is left, the request is refused with 404.</summary>
    public ProviderPreferencesMaxPrice? MaxPrice { get; init; }

    /// <summary>Slugs of providers that may serve, of those that the account allows; if none is left, the request is refused with 404.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>Slugs of providers to try first, in this order; the others follow unless <see cref="AllowFallbacks"/> is false.</summary>
    public IReadOnlyList<string>? Order { get; init; }

    /// <summary>Seconds to the first token: a number, for the middle call, or <c>{"p50":…,"p90":…}</c>. Slower endpoints come last.</summary>
    public JsonElement? PreferredMaxLatency { get; init; }

    /// <summary>Tokens a second: a number, for the middle call, or <c>{"p50":…,"p90":…}</c>. Slower endpoints come last.</summary>
    public JsonElement? PreferredMinThroughput { get; init; }

    /// <summary>Precisions of the weights that will do, such as <c>fp8</c> or <c>bf16</c>; see <see cref="EndpointInfo.Quantization"/>.</summary>
    public IReadOnlyList<string>? Quantizations { get; init; }

    /// <summary>True leaves only endpoints that obey every parameter of the request; otherwise they ignore what they do not know. Default false.</summary>
    public bool? RequireParameters { get; init; }

    /// <summary>
    /// <c>price</c>, <c>throughput</c>, <c>latency</c> or <c>exacto</c> as text, or <c>{"by":"price","partition":"none"}</c>; null spreads the load, cheap
    /// ones first.
    /// </summary>
    public JsonElement? Sort { get; init; }

    /// <summary>True leaves only endpoints that keep no data; false does not undo what the account demands.</summary>
    public bool? Zdr { get; init; }
}
