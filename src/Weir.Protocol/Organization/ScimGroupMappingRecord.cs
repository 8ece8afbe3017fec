namespace Weir.Protocol.Organization;

/// <summary>What a group gives its users in a workspace.</summary>
public sealed record ScimGroupMappingRecord
{
    /// <summary>UUID of the mapping.</summary>
    public required string Id { get; init; }

    /// <summary><c>org_</c> and 32 hex characters: the installation, the same in all records.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>UUID of the group.</summary>
    public required string ScimGroupId { get; init; }

    /// <summary>UUID; a group has at most one mapping to a workspace.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary><c>admin</c> or <c>member</c>.</summary>
    public required string Role { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string UpdatedAt { get; init; }
}
