namespace Weir.Protocol.Models;

/// <summary>What one endpoint of a model that makes images takes and costs.</summary>
public sealed record ImageEndpointRecord
{
    public required string ProviderName { get; init; }
    public required string ProviderSlug { get; init; }
    public required string? ProviderTag { get; init; }
    public required IReadOnlyDictionary<string, CapabilityRecord> SupportedParameters { get; init; }

    /// <summary>Parameters of the provider's own API that pass through.</summary>
    public required IReadOnlyList<string> AllowedPassthroughParameters { get; init; }

    public required bool SupportsStreaming { get; init; }
    public required IReadOnlyList<ImagePriceRecord> Pricing { get; init; }
}
