namespace Weir.Protocol.Workspaces;

/// <summary>A user who belongs to a workspace.</summary>
public sealed record MemberRecord
{
    public required string Id { get; init; }
    public required string WorkspaceId { get; init; }
    public required string UserId { get; init; }

    /// <summary><c>admin</c> or <c>member</c>.</summary>
    public required string Role { get; init; }

    /// <summary>ISO 8601, UTC.</summary>
    public required string CreatedAt { get; init; }
}
