using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>One image model at one provider.</summary>
public sealed record ImageEndpoint : WireRecord
{
    /// <summary>Members that the provider takes within <see cref="ImageGenerationProviderPreferences.Options"/>.</summary>
    public IReadOnlyList<string>? AllowedPassthroughParameters { get; init; }

    /// <summary>What is charged: one line for each thing that has a price.</summary>
    public IReadOnlyList<ImagePricingEntry>? Pricing { get; init; }

    /// <summary>Display name of the provider.</summary>
    public string? ProviderName { get; init; }

    /// <summary>Slug of the provider.</summary>
    public string? ProviderSlug { get; init; }

    /// <summary>Tag of the endpoint, to name it in <see cref="ImageGenerationProviderPreferences.Only"/>; null where it has none.</summary>
    public string? ProviderTag { get; init; }

    /// <summary>
    /// What requests may ask of it, by wire name: <c>{"type":"enum","values":[…]}</c>, a <c>range</c> with <c>min</c> and <c>max</c>, or <c>boolean</c>. What
    /// is absent it cannot.
    /// </summary>
    public JsonElement? SupportedParameters { get; init; }

    /// <summary>True when it can stream the image as it is made.</summary>
    public bool? SupportsStreaming { get; init; }
}
