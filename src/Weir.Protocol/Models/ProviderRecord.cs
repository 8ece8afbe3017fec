using System.Text.Json.Serialization;

namespace Weir.Protocol.Models;

/// <summary>A provider as <c>GET /providers</c> lists it; null: not known.</summary>
public sealed record ProviderRecord
{
    public required string Name { get; init; }
    public required string Slug { get; init; }
    public required string? PrivacyPolicyUrl { get; init; }
    public required string? TermsOfServiceUrl { get; init; }
    public required string? StatusPageUrl { get; init; }

    /// <summary>ISO 3166 alpha-2; absent: not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Headquarters { get; init; }

    /// <summary>ISO 3166 alpha-2; absent: not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Datacenters { get; init; }
}
