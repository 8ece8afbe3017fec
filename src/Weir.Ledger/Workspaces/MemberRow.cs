namespace Weir.Ledger.Workspaces;

/// <summary>A user who belongs to a workspace.</summary>
public sealed record MemberRow
{
    public required Guid Id { get; init; }
    public required Guid WorkspaceId { get; init; }
    public required string UserId { get; init; }
    public required MemberRole Role { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
