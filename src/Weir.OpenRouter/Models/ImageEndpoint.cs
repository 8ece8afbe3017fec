using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Image endpoint, as <c>ModelsClient</c> gets it.</summary>
public sealed record ImageEndpoint : WireRecord
{
    public IReadOnlyList<string>? AllowedPassthroughParameters { get; init; }

    public IReadOnlyList<ImagePricingEntry>? Pricing { get; init; }

    public string? ProviderName { get; init; }

    public string? ProviderSlug { get; init; }

    public string? ProviderTag { get; init; }

    public JsonElement? SupportedParameters { get; init; }

    public bool? SupportsStreaming { get; init; }
}
