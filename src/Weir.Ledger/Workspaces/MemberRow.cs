namespace Weir.Ledger.Workspaces;

/// <summary>A user who belongs to a workspace.</summary>
public sealed record MemberRow
{
    public required Guid Id { get; init; }
    public required Guid WorkspaceId { get; init; }
    public required string UserId { get; init; }

    /// <summary>The highest that any of the reasons to be a member gives.</summary>
    public required MemberRole Role { get; init; }

    /// <summary>Only <see cref="MemberSource.Hand"/> is written; the others follow from users, groups and mappings.</summary>
    public MemberSource Source { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
