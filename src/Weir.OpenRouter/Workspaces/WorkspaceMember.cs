namespace Weir.OpenRouter;

/// <summary>A member of a workspace.</summary>
public sealed record WorkspaceMember : WireRecord
{
    /// <summary>When the member came to the workspace, ISO 8601.</summary>
    public string? CreatedAt { get; init; }

    /// <summary>UUID of the membership.</summary>
    public string? Id { get; init; }

    /// <summary>What the member is in the workspace. One of <c>admin</c>, <c>member</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Id of the member.</summary>
    public string? UserId { get; init; }

    /// <summary>UUID of the workspace.</summary>
    public string? WorkspaceId { get; init; }
}
