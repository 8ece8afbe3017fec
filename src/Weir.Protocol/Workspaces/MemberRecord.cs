namespace Weir.Protocol.Workspaces;

/// <summary>A user who belongs to a workspace.</summary>
public sealed record MemberRecord
{
    /// <summary>UUID of the membership, which is not that of the user.</summary>
    public required string Id { get; init; }

    /// <summary>UUID of the workspace.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary><c>user_</c> and 32 hex characters, or whatever was added: that there is such a user is not checked.</summary>
    public required string UserId { get; init; }

    /// <summary><c>admin</c> or <c>member</c>.</summary>
    public required string Role { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }
}
