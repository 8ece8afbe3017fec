namespace Weir.OpenRouter;

/// <summary>Makes the members of a directory's group members of a workspace. <c>POST /scim/group-mappings</c>.</summary>
public sealed record CreateScimGroupMappingRequest : WireRecord
{
    /// <summary>What they are in the workspace. One of <c>admin</c>, <c>member</c>.</summary>
    public required string Role { get; init; }

    /// <summary>UUID of the group, its <see cref="ScimGroup.Id"/>.</summary>
    public required string ScimGroupId { get; init; }

    /// <summary>UUID of the workspace.</summary>
    public required string WorkspaceId { get; init; }
}
