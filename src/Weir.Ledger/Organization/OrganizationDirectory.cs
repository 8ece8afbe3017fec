using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Ledger.Workspaces;

namespace Weir.Ledger.Organization;

/// <summary>All users, groups and memberships in memory, so that deciding who may reads no database.</summary>
/// <remarks>Readers see one immutable snapshot, swapped whole. Bounded by <see cref="UserRow.Capacity"/> and <see cref="GroupRow.Capacity"/>.</remarks>
public sealed class OrganizationDirectory
{
    private Content _content = new(OrganizationSnapshot.Empty);

    /// <summary>Everything, as of one moment.</summary>
    public OrganizationSnapshot Current => Volatile.Read(ref _content).Snapshot;

    public void Load(OrganizationSnapshot snapshot) => Volatile.Write(ref _content, new Content(snapshot));

    /// <summary>A user by id, disabled or not; null when there is none.</summary>
    public UserRow? FindUser(string id) => Volatile.Read(ref _content).Users.GetValueOrDefault(id);

    /// <summary>The user with an address; null when there is none.</summary>
    public UserRow? FindByEmail(string email) => Volatile.Read(ref _content).ByEmail.GetValueOrDefault(email);

    /// <summary>The user whom an identity provider calls so; null when nobody has signed in as that one.</summary>
    public UserRow? FindBySubject(string issuer, string subject) => Volatile.Read(ref _content).BySubject.GetValueOrDefault((issuer, subject));

    /// <summary>Where a user belongs to; nowhere when the user is disabled.</summary>
    public ImmutableArray<MemberRow> MembershipsOf(string userId) => Volatile.Read(ref _content).Memberships.GetValueOrDefault(userId, []);

    /// <summary>A user's role in a workspace; null: not a member.</summary>
    public MemberRole? RoleIn(string userId, Guid workspaceId)
    {
        foreach (var membership in MembershipsOf(userId))
        {
            if (membership.WorkspaceId == workspaceId)
            {
                return membership.Role;
            }
        }

        return null;
    }

    public GroupRow? FindGroup(Guid id) => Current.Groups.FirstOrDefault(group => group.Id == id);

    public GroupMappingRow? FindMapping(Guid id) => Current.Mappings.FirstOrDefault(mapping => mapping.Id == id);

    private sealed class Content(OrganizationSnapshot snapshot)
    {
        public OrganizationSnapshot Snapshot { get; } = snapshot;

        public FrozenDictionary<string, UserRow> Users { get; } = snapshot.Users.ToFrozenDictionary(user => user.Id, StringComparer.Ordinal);

        public FrozenDictionary<string, UserRow> ByEmail { get; } = snapshot.Users.ToFrozenDictionary(user => user.Email, StringComparer.OrdinalIgnoreCase);

        public FrozenDictionary<(string Issuer, string Subject), UserRow> BySubject { get; } = snapshot.Users
            .Where(user => user is { Issuer: not null, Subject: not null })
            .ToFrozenDictionary(user => (user.Issuer!, user.Subject!));

        public FrozenDictionary<string, ImmutableArray<MemberRow>> Memberships { get; } = snapshot.Memberships
            .GroupBy(membership => membership.UserId, StringComparer.Ordinal)
            .ToFrozenDictionary(memberships => memberships.Key, memberships => memberships.ToImmutableArray(), StringComparer.Ordinal);
    }
}
