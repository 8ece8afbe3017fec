using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>
/// What a model costs, USD for one unit as decimal text (<c>0.000003</c>); null where there is no such price, and <c>-1</c> where a router decides.
/// </summary>
public sealed record EndpointPricing : WireRecord
{
    /// <summary>USD for one token of sound in the prompt.</summary>
    public string? Audio { get; init; }

    /// <summary>USD for one token of sound that the model makes.</summary>
    public string? AudioOutput { get; init; }

    /// <summary>USD for one token that the model writes.</summary>
    public string? Completion { get; init; }

    /// <summary>Part taken off all prices, 0 to 1: what is paid is price * (1 - discount).</summary>
    public decimal? Discount { get; init; }

    /// <summary>USD for one image in the prompt.</summary>
    public string? Image { get; init; }

    /// <summary>USD for one image that the model makes.</summary>
    public string? ImageOutput { get; init; }

    /// <summary>USD for one token of an image.</summary>
    public string? ImageToken { get; init; }

    /// <summary>USD for one token of sound read from the cache.</summary>
    public string? InputAudioCache { get; init; }

    /// <summary>USD for one token read from the cache, in place of <see cref="Prompt"/>.</summary>
    public string? InputCacheRead { get; init; }

    /// <summary>USD for one token written to the cache; where there are several lifetimes, the shortest, of 5 minutes.</summary>
    public string? InputCacheWrite { get; init; }

    /// <summary>USD for one token written to the cache for an hour; null where that has no price of its own.</summary>
    [JsonPropertyName("input_cache_write_1h")]
    public string? InputCacheWrite1h { get; init; }

    /// <summary>USD for one token of reasoning, where it differs from <see cref="Completion"/>.</summary>
    public string? InternalReasoning { get; init; }

    /// <summary>Other prices under conditions, such as long prompts or hours of the day; of those that apply, a later one wins, price by price.</summary>
    public IReadOnlyList<PricingOverride>? Overrides { get; init; }

    /// <summary>USD for one token of the prompt.</summary>
    public string? Prompt { get; init; }

    /// <summary>USD for one call, beside its tokens.</summary>
    public string? Request { get; init; }

    /// <summary>USD for one search of the web.</summary>
    public string? WebSearch { get; init; }
}
