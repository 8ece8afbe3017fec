namespace Weir.Protocol.Organization;

/// <summary>A workspace that a user belongs to.</summary>
public sealed record UserWorkspaceRecord
{
    /// <summary>UUID of the workspace; each is there once.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary><c>admin</c> or <c>member</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Why: added by <c>hand</c>, through a <c>group</c>, or as everybody of the <c>organization</c>.</summary>
    public required string Source { get; init; }
}
