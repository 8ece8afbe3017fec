using Weir.Ledger.Organization;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Users, groups and mappings in <c>weir.db</c>.</summary>
public sealed class SqliteOrganizationStore : IOrganizationStore
{
    private readonly LedgerDatabase _database;

    internal SqliteOrganizationStore(LedgerDatabase database) => _database = database;

    /// <inheritdoc/>
    public ValueTask<OrganizationSnapshot> ReadAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        connection =>
        {
            // One transaction: what is read belongs together.
            using var transaction = connection.BeginTransaction(deferred: true);
            return new OrganizationSnapshot
            {
                Users = [.. UserTable.ReadAll(connection)],
                Groups = [.. GroupTable.ReadAll(connection)],
                GroupMembers = [.. GroupTable.ReadMembers(connection)],
                Mappings = [.. GroupMappingTable.ReadAll(connection)],
                Memberships = [.. MemberTable.ReadAll(connection, null)],
            };
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveUserAsync(UserRow user, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => UserTable.Save(connection, user), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisableUserAsync(UserRow user, CancellationToken cancellationToken) => _database.WriteAsync(
        connection =>
        {
            UserTable.Save(connection, user with { Disabled = true });
            UserTable.Expel(connection, user.Id);
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveGroupAsync(GroupRow group, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => GroupTable.Save(connection, group), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteGroupAsync(Guid id, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => GroupTable.Delete(connection, id), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SetGroupMembersAsync(Guid group, IReadOnlyCollection<string> users, DateTimeOffset now, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => GroupTable.SetMembers(connection, group, users, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SetClaimedGroupsAsync(string user, IReadOnlyCollection<string> groups, DateTimeOffset now, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => GroupTable.SetClaimed(connection, user, groups, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveMappingAsync(GroupMappingRow mapping, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => GroupMappingTable.Save(connection, mapping), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteMappingAsync(GroupMappingRow mapping, bool keepMembers, DateTimeOffset now, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => GroupMappingTable.Delete(connection, mapping, keepMembers, now), cancellationToken);
}
