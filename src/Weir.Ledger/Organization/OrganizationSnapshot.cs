using System.Collections.Immutable;
using Weir.Ledger.Workspaces;

namespace Weir.Ledger.Organization;

/// <summary>Everything the ledger holds about users and groups, as of one moment.</summary>
public sealed record OrganizationSnapshot
{
    public static OrganizationSnapshot Empty { get; } = new();

    /// <summary>Disabled ones too; those first who were made first.</summary>
    public ImmutableArray<UserRow> Users { get; init; } = [];

    public ImmutableArray<GroupRow> Groups { get; init; } = [];
    public ImmutableArray<GroupMember> GroupMembers { get; init; } = [];
    public ImmutableArray<GroupMappingRow> Mappings { get; init; } = [];

    /// <summary>Who belongs to which workspace, in whatever way; one for each pair, none of a disabled user.</summary>
    public ImmutableArray<MemberRow> Memberships { get; init; } = [];
}
