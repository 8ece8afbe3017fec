using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>A provider as <c>GET /providers</c> lists it; null: not known.</summary>
public sealed record ProviderRecord
{
    /// <summary>Display name, as other records say it in <c>provider_name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name in requests, lower case.</summary>
    public required string Slug { get; init; }

    /// <summary>Address of its privacy policy; null: the catalogue does not say.</summary>
    public required string? PrivacyPolicyUrl { get; init; }

    /// <summary>Address of its terms of service; null: the catalogue does not say.</summary>
    public required string? TermsOfServiceUrl { get; init; }

    /// <summary>Address where it tells of its outages; null: the catalogue does not say.</summary>
    public required string? StatusPageUrl { get; init; }

    /// <summary>ISO 3166 alpha-2; absent: not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Headquarters { get; init; }

    /// <summary>ISO 3166 alpha-2; absent: not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Datacenters { get; init; }
}
