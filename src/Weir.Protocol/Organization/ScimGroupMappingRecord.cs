namespace Weir.Protocol.Organization;

/// <summary>What a group gives its users in a workspace.</summary>
public sealed record ScimGroupMappingRecord
{
    public required string Id { get; init; }
    public required string OrganizationId { get; init; }
    public required string ScimGroupId { get; init; }
    public required string WorkspaceId { get; init; }

    /// <summary><c>admin</c> or <c>member</c>.</summary>
    public required string Role { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string UpdatedAt { get; init; }
}
