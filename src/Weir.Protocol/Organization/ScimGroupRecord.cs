namespace Weir.Protocol.Organization;

/// <summary>A group of users at the identity provider.</summary>
public sealed record ScimGroupRecord
{
    public required string Id { get; init; }
    public required string OrganizationId { get; init; }

    /// <summary>Its name or id there.</summary>
    public required string? ExternalId { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string UpdatedAt { get; init; }
}
