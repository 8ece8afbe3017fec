using Weir.Ledger.Keys;

namespace Weir.Ledger.Organization;

/// <summary>Makes and changes users, groups and mappings: first durably in the store, then in the directory that decides who may.</summary>
public sealed class OrganizationRegistrar(IOrganizationStore store, OrganizationDirectory directory, KeyRegistrar keys, TimeProvider time) : IDisposable
{
    // One change at a time: an address is taken by one of two, and an older list does not replace a newer one.
    private readonly SemaphoreSlim _gate = new(1, 1);

    public OrganizationDirectory Directory => directory;

    /// <summary>Takes up what the ledger holds, also what has changed beside this class.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => ChangeAsync(() => ValueTask.CompletedTask, cancellationToken);

    /// <summary>Inserts a user.</summary>
    public async Task<UserConflict> AddUserAsync(UserRow user, CancellationToken cancellationToken) =>
        (await ChangeUserAsync(user.Id, _ => user, cancellationToken)).Conflict;

    /// <summary>Changes the user with an id as he is when his turn comes, so that of two changes at once neither is lost.</summary>
    /// <remarks>One who is disabled by it loses keys and sessions.</remarks>
    /// <param name="id">Of the user.</param>
    /// <param name="change">Makes the new one of what is there; null: nobody is. What it throws is thrown, and nothing is written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The new one, and why he was not saved.</returns>
    public async Task<(UserRow User, UserConflict Conflict)> ChangeUserAsync(
        string id, Func<UserRow?, UserRow> change, CancellationToken cancellationToken)
    {
        UserRow? changed = null;
        var conflict = UserConflict.None;
        await ChangeAsync(
            async () =>
            {
                var known = directory.FindUser(id);
                var user = changed = change(known);
                conflict = ConflictOf(user);
                if (conflict == UserConflict.None)
                {
                    await (user.Disabled && known is not { Disabled: true }
                        ? store.DisableUserAsync(user with { SignedOutAt = time.GetUtcNow() }, cancellationToken)
                        : store.SaveUserAsync(user, cancellationToken));
                }
            },
            cancellationToken);
        if (changed!.Disabled)
        {
            await keys.RefreshAsync(CancellationToken.None);
        }

        return (changed, conflict);
    }

    /// <summary>Puts a user into the groups that the claims of a sign-in name, and out of those they do not.</summary>
    /// <remarks>When there are <see cref="GroupRow.Capacity"/> groups, those that are new are left out.</remarks>
    public Task SetClaimedGroupsAsync(string user, IReadOnlyCollection<string> groups, CancellationToken cancellationToken) =>
        ChangeAsync(() => store.SetClaimedGroupsAsync(user, WithRoom(groups), time.GetUtcNow(), cancellationToken), cancellationToken);

    /// <summary>Inserts a group with who is in it, or replaces the one with the same id.</summary>
    /// <param name="change">Makes it of what is there when its turn comes. What it throws is thrown, and nothing is written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when there are <see cref="GroupRow.Capacity"/> groups already.</returns>
    public async Task<bool> SaveGroupAsync(Func<GroupDraft> change, CancellationToken cancellationToken)
    {
        var hasRoom = true;
        await ChangeAsync(
            async () =>
            {
                var (group, users) = change();
                hasRoom = directory.FindGroup(group.Id) is not null || directory.Current.Groups.Length < GroupRow.Capacity;
                if (hasRoom)
                {
                    await store.SaveGroupAsync(group, cancellationToken);

                    // Half of it is durable: the other half follows, also when its caller has left meanwhile.
                    await store.SetGroupMembersAsync(group.Id, users, time.GetUtcNow(), CancellationToken.None);
                }
            },
            cancellationToken);
        return hasRoom;
    }

    public Task DeleteGroupAsync(Guid group, CancellationToken cancellationToken) =>
        ChangeAsync(() => store.DeleteGroupAsync(group, cancellationToken), cancellationToken);

    /// <summary>Inserts a mapping, or replaces the one with the same id.</summary>
    /// <returns>False when the group is mapped to the workspace already.</returns>
    public async Task<bool> TrySaveMappingAsync(GroupMappingRow mapping, CancellationToken cancellationToken)
    {
        var isFree = true;
        await ChangeAsync(
            async () =>
            {
                isFree = !directory.Current.Mappings.Any(
                    other => other.Id != mapping.Id && other.GroupId == mapping.GroupId && other.WorkspaceId == mapping.WorkspaceId);
                if (isFree)
                {
                    await store.SaveMappingAsync(mapping, cancellationToken);
                }
            },
            cancellationToken);
        return isFree;
    }

    public Task DeleteMappingAsync(GroupMappingRow mapping, bool keepMembers, CancellationToken cancellationToken) =>
        ChangeAsync(() => store.DeleteMappingAsync(mapping, keepMembers, time.GetUtcNow(), cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private string[] WithRoom(IReadOnlyCollection<string> groups)
    {
        var all = directory.Current.Groups;
        var known = all.Where(group => group.Source == GroupSource.Claim).Select(group => group.ExternalId).ToHashSet(StringComparer.Ordinal);
        return [.. groups.Where(known.Contains), .. groups.Where(group => !known.Contains(group)).Take(GroupRow.Capacity - all.Length)];
    }

    private UserConflict ConflictOf(UserRow user)
    {
        if (directory.FindByEmail(user.Email) is { } other && other.Id != user.Id)
        {
            return UserConflict.Email;
        }

        return directory.FindUser(user.Id) is null && directory.Current.Users.Length >= UserRow.Capacity ? UserConflict.Full : UserConflict.None;
    }

    private async Task ChangeAsync(Func<ValueTask> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await change();

            // What is durable is in force, also when its caller has left meanwhile.
            directory.Load(await store.ReadAsync(CancellationToken.None));
        }
        finally
        {
            _ = _gate.Release();
        }
    }
}
