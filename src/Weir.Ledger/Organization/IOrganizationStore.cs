namespace Weir.Ledger.Organization;

/// <summary>Persistence of users, their groups, and what groups give them.</summary>
/// <remarks>Every write returns only when it is durable as configured. Safe for any number of callers at once.</remarks>
public interface IOrganizationStore
{
    ValueTask<OrganizationSnapshot> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Inserts a user, or replaces the one with the same id.</summary>
    /// <exception cref="IOException">It could not be made durable, or another user has the address or the subject; nothing was written.</exception>
    ValueTask SaveUserAsync(UserRow user, CancellationToken cancellationToken);

    /// <summary>Saves a user as disabled, disables the keys that the user made and ends the user's sessions and sign-in links: all or nothing.</summary>
    ValueTask DisableUserAsync(UserRow user, CancellationToken cancellationToken);

    /// <summary>Inserts a group, or replaces the one with the same id.</summary>
    ValueTask SaveGroupAsync(GroupRow group, CancellationToken cancellationToken);

    /// <summary>Removes a group with its members and mappings.</summary>
    ValueTask DeleteGroupAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Replaces who is in a group; who stays, stays since when he was.</summary>
    ValueTask SetGroupMembersAsync(Guid group, IReadOnlyCollection<string> users, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Replaces which groups of <see cref="GroupSource.Claim"/> a user is in, making those that are not there.</summary>
    ValueTask SetClaimedGroupsAsync(string user, IReadOnlyCollection<string> groups, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Inserts a mapping, or replaces the one with the same id.</summary>
    ValueTask SaveMappingAsync(GroupMappingRow mapping, CancellationToken cancellationToken);

    /// <summary>Removes a mapping. Those it made members stay as members added by hand, or lose what it gave them.</summary>
    ValueTask DeleteMappingAsync(GroupMappingRow mapping, bool keepMembers, DateTimeOffset now, CancellationToken cancellationToken);
}
