using System.Collections.Immutable;

namespace Weir.Gateway.Catalog;

/// <summary>What a provider publishes about itself.</summary>
public sealed record ProviderProfile
{
    public string? PrivacyPolicyUrl { get; init; }
    public string? TermsOfServiceUrl { get; init; }
    public string? StatusPageUrl { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? Headquarters { get; init; }

    /// <summary>Countries its machines stand in, ISO 3166 alpha-2; empty: unknown.</summary>
    public ImmutableArray<string> Datacenters { get; init; } = [];
}
