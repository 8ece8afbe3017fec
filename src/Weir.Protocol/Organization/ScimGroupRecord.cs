namespace Weir.Protocol.Organization;

/// <summary>A group of users at the identity provider.</summary>
public sealed record ScimGroupRecord
{
    /// <summary>UUID, given by this server.</summary>
    public required string Id { get; init; }

    /// <summary><c>org_</c> and 32 hex characters: the installation, the same in all records.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>Its name or id there.</summary>
    public required string? ExternalId { get; init; }

    /// <summary>Name for people, as the identity provider says it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string UpdatedAt { get; init; }
}
