using Weir.Ledger.Workspaces;

namespace Weir.Ledger.Organization;

/// <summary>Makes the users of a group members of a workspace; at most one for each pair.</summary>
public sealed record GroupMappingRow
{
    public required Guid Id { get; init; }
    public required Guid GroupId { get; init; }
    public required Guid WorkspaceId { get; init; }
    public required MemberRole Role { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}
