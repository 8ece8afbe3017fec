using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Which providers may make an image, in which order, and what they are told. Null leaves it to the account.</summary>
public sealed record ImageGenerationProviderPreferences : WireRecord
{
    /// <summary>False tries only the first provider, or those of <see cref="Order"/>, and gives its error. Default true.</summary>
    public bool? AllowFallbacks { get; init; }

    /// <summary>Slugs of providers that must not serve, in addition to those that the account leaves out.</summary>
    public IReadOnlyList<string>? Ignore { get; init; }

    /// <summary>Slugs of providers that may serve, of those that the account allows.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>Members for one provider each, by its slug. Only those of the provider that answers are sent to it, as they are.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Options { get; init; }

    /// <summary>Slugs of providers to try first, in this order; the others follow unless <see cref="AllowFallbacks"/> is false.</summary>
    public IReadOnlyList<string>? Order { get; init; }

    /// <summary><c>price</c>, <c>throughput</c>, <c>latency</c> or <c>exacto</c> as text, or <c>{"by":"price"}</c>; null spreads the load.</summary>
    public JsonElement? Sort { get; init; }
}
