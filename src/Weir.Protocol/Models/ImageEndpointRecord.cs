namespace Weir.Protocol.Models;

/// <summary>What one endpoint of a model that makes images takes and costs.</summary>
public sealed record ImageEndpointRecord
{
    /// <summary>Display name of the provider.</summary>
    public required string ProviderName { get; init; }

    /// <summary>Name of the provider in requests.</summary>
    public required string ProviderSlug { get; init; }

    /// <summary>What requests name this endpoint by; the provider's slug when it has no name of its own.</summary>
    public required string? ProviderTag { get; init; }

    /// <summary>What it takes, by name of the parameter; one that is not here cannot be asked.</summary>
    public required IReadOnlyDictionary<string, CapabilityRecord> SupportedParameters { get; init; }

    /// <summary>Parameters of the provider's own API that pass through.</summary>
    public required IReadOnlyList<string> AllowedPassthroughParameters { get; init; }

    /// <summary>Whether it takes <c>stream: true</c>.</summary>
    public required bool SupportsStreaming { get; init; }

    /// <summary>Lines that cost something; empty: nothing costs anything by image or token.</summary>
    public required IReadOnlyList<ImagePriceRecord> Pricing { get; init; }
}
