namespace Weir.OpenRouter;

/// <summary>A group of a directory whose members belong to a workspace.</summary>
public sealed record ScimGroupMapping : WireRecord
{
    /// <summary>When it was made, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>UUID of the mapping.</summary>
    public string? Id { get; init; }

    /// <summary>Id of the organization.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>What they are in the workspace. One of <c>admin</c>, <c>member</c>.</summary>
    public string? Role { get; init; }

    /// <summary>UUID of the group, its <see cref="ScimGroup.Id"/>.</summary>
    public string? ScimGroupId { get; init; }

    /// <summary>When it last changed, ISO 8601.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>UUID of the workspace.</summary>
    public string? WorkspaceId { get; init; }
}
