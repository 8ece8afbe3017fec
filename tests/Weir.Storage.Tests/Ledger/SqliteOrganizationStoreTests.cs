using Weir.Ledger.Keys;
using Weir.Ledger.Organization;
using Weir.Ledger.Sessions;
using Weir.Ledger.Workspaces;
using Weir.Storage.Sqlite.Ledger;
using Xunit;
using static Weir.Storage.Tests.Ledger.LedgerSamples;

namespace Weir.Storage.Tests.Ledger;

/// <summary>Users, groups and mappings as they are stored, and the memberships that follow from them.</summary>
public sealed class SqliteOrganizationStoreTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Guid Group = Guid.Parse("0198f000-0000-7000-8000-00000000000a");
    private static readonly Guid Mapping = Guid.Parse("0198f000-0000-7000-8000-00000000000b");

    private readonly TemporaryLedger _temporary = new();

    private SqliteLedgerStore Ledger => _temporary.Store;

    private SqliteOrganizationStore Store => Ledger.Organization;

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task Everything_IsReadBackAfterReopening()
    {
        await Store.SaveUserAsync(User("ann") with { Role = OrganizationRole.Admin, FirstName = "Ann", LastName = "Ü", Issuer = "i", Subject = "s", ExternalId = "e", SignedOutAt = Now }, None);
        await Store.SaveUserAsync(User("bob"), None);
        await Store.SaveGroupAsync(GroupRow(), None);
        await Store.SetGroupMembersAsync(Group, ["ann"], Now, None);
        await Store.SaveMappingAsync(MappingRow(MemberRole.Admin), None);
        await _temporary.ReopenAsync();

        var read = await Store.ReadAsync(None);

        Assert.Equal([User("ann") with { Role = OrganizationRole.Admin, FirstName = "Ann", LastName = "Ü", Issuer = "i", Subject = "s", ExternalId = "e", SignedOutAt = Now }, User("bob")], read.Users);
        Assert.Equal([GroupRow()], read.Groups);
        Assert.Equal([MappingRow(MemberRole.Admin)], read.Mappings);
        Assert.Equal([new GroupMember(Group, "ann")], read.GroupMembers);
    }

    [Fact]
    public async Task SaveUser_WithAnAddressOrSubjectOfAnother_WritesNothing()
    {
        await Store.SaveUserAsync(User("ann") with { Issuer = "i", Subject = "s" }, None);

        _ = await Assert.ThrowsAnyAsync<IOException>(async () => await Store.SaveUserAsync(User("bob") with { Email = "ANN@example.com" }, None));
        _ = await Assert.ThrowsAnyAsync<IOException>(async () => await Store.SaveUserAsync(User("bob") with { Issuer = "i", Subject = "s" }, None));

        Assert.Equal("ann", Assert.Single((await Store.ReadAsync(None)).Users).Id);
    }

    [Fact]
    public async Task Memberships_FollowFromHandGroupAndOrganization_TheHighestRoleCounts()
    {
        await Store.SaveUserAsync(User("ann"), None);
        await Store.SaveUserAsync(User("bob"), None);
        await Store.SaveGroupAsync(GroupRow(), None);
        await Store.SetGroupMembersAsync(Group, ["ann", "bob"], Now.AddDays(2), None);
        _ = await Ledger.Workspaces.AddMembersAsync([ByHand("ann", MemberRole.Admin)], None);
        await Store.SaveMappingAsync(MappingRow(MemberRole.Member), None);

        var all = (await Store.ReadAsync(None)).Memberships;

        Assert.Equal(
            [("ann", MemberRole.Admin, MemberSource.Group, Now), ("bob", MemberRole.Member, MemberSource.Group, Now.AddDays(2))],
            all.Where(member => member.WorkspaceId == Workspace).Select(member => (member.UserId, member.Role, member.Source, member.CreatedAt)));
        Assert.Equal(
            [("ann", MemberSource.Organization), ("bob", MemberSource.Organization)],
            all.Where(member => member.WorkspaceId == Ledger.DefaultWorkspaceId).Select(member => (member.UserId, member.Source)));
        Assert.Equal(all.Length, all.DistinctBy(member => member.Id).Count());
        Assert.Equal(all.Where(member => member.WorkspaceId == Workspace), await Ledger.Workspaces.ReadMembersAsync(Workspace, None));

        await Store.SetGroupMembersAsync(Group, ["bob"], Now.AddDays(3), None);
        var later = (await Ledger.Workspaces.ReadMembersAsync(Workspace, None)).ToArray();
        Assert.Equal([("ann", MemberSource.Hand), ("bob", MemberSource.Group)], later.Select(member => (member.UserId, member.Source)));
        Assert.Equal(Now.AddDays(2), later[1].CreatedAt);
    }

    [Theory]
    [InlineData(true, "ann:Admin:Hand,bob:Admin:Hand")]
    [InlineData(false, "ann:Member:Hand")]
    public async Task DeleteMapping_KeepsItsMembersOrTakesThemOut_ThoseByHandStay(bool keep, string expected)
    {
        await Store.SaveGroupAsync(GroupRow(), None);
        await Store.SetGroupMembersAsync(Group, ["ann", "bob"], Now, None);
        _ = await Ledger.Workspaces.AddMembersAsync([ByHand("ann", MemberRole.Member)], None);
        await Store.SaveMappingAsync(MappingRow(MemberRole.Admin), None);

        await Store.DeleteMappingAsync(MappingRow(MemberRole.Admin), keep, Now, None);

        var members = await Ledger.Workspaces.ReadMembersAsync(Workspace, None);
        Assert.Equal(expected, string.Join(',', members.Select(member => $"{member.UserId}:{member.Role}:{member.Source}").Order()));
        Assert.Empty((await Store.ReadAsync(None)).Mappings);
    }

    [Fact]
    public async Task DisableUser_TakesKeysSessionsLinksAndMemberships_AndNoKeyOfHisIsEverOn()
    {
        var session = new SessionRow { Hash = KeyHash.Of("c"), UserId = "ann", CreatedAt = Now, ExpiresAt = Now.AddDays(1) };
        await Store.SaveUserAsync(User("ann"), None);
        _ = await Ledger.Workspaces.AddMembersAsync([ByHand("ann", MemberRole.Admin)], None);
        await Ledger.SaveKeyAsync(BareKey("one") with { CreatorUserId = "ann" }, None);
        await Ledger.SaveKeyAsync(BareKey("two"), None);
        await Ledger.Sessions.SaveSessionAsync(session, None);
        await Ledger.Sessions.SaveLoginLinkAsync(new LoginLinkRow(KeyHash.Of("l"), Now.AddMinutes(5), "ann"), Now, None);
        var version = await Ledger.ReadKeysVersionAsync(None);

        await Store.DisableUserAsync(User("ann"), None);
        await Ledger.SaveKeyAsync(BareKey("three") with { CreatorUserId = "ann" }, None);

        Assert.True(await Ledger.ReadKeysVersionAsync(None) > version);
        var keys = await Ledger.ReadKeysAsync(None);
        Assert.Equal([true, false, true], new[] { "one", "two", "three" }.Select(name => keys.Single(key => key.Hash == KeyHash.Of(name)).Disabled));
        Assert.Empty(await Ledger.Sessions.ReadSessionsAsync(Now, None));
        Assert.Null(await Ledger.Sessions.RedeemLoginLinkAsync(KeyHash.Of("l"), session, None));
        Assert.Empty((await Store.ReadAsync(None)).Memberships);
    }

    [Fact]
    public async Task ClaimedGroups_AreMadeOnce_AndThoseOfTheDirectoryAreLeftAlone()
    {
        await Store.SaveGroupAsync(GroupRow(), None);
        await Store.SetGroupMembersAsync(Group, ["ann"], Now, None);

        await Store.SetClaimedGroupsAsync("ann", ["a", "b"], Now, None);
        await Store.SetClaimedGroupsAsync("bob", ["b"], Now, None);
        await Store.SetClaimedGroupsAsync("ann", ["b", "c"], Now, None);

        var read = await Store.ReadAsync(None);
        Assert.Equal(["a", "b", "c", "research"], read.Groups.Select(group => group.DisplayName).Order());
        var names = read.Groups.ToDictionary(group => group.Id, group => group.DisplayName);
        Assert.Equal(["ann b", "ann c", "ann research", "bob b"], read.GroupMembers.Select(member => $"{member.UserId} {names[member.GroupId]}").Order());
    }

    [Fact]
    public async Task Link_OfAUser_OpensASessionOfThatUser()
    {
        await Ledger.Sessions.SaveLoginLinkAsync(new LoginLinkRow(KeyHash.Of("l"), Now.AddMinutes(5), "ann"), Now, None);

        var opened = await Ledger.Sessions.RedeemLoginLinkAsync(KeyHash.Of("l"), new SessionRow { Hash = KeyHash.Of("c"), CreatedAt = Now, ExpiresAt = Now.AddDays(1) }, None);

        Assert.Equal("ann", opened?.UserId);
        Assert.Equal(opened, Assert.Single(await Ledger.Sessions.ReadSessionsAsync(Now, None)));
    }

    private static UserRow User(string id) => new() { Id = id, Email = $"{id}@example.com", Role = OrganizationRole.Member, CreatedAt = Now, UpdatedAt = Now };

    private static GroupRow GroupRow() => new() { Id = Group, DisplayName = "research", ExternalId = "x", Source = GroupSource.Directory, CreatedAt = Now, UpdatedAt = Now };

    private static GroupMappingRow MappingRow(MemberRole role) => new() { Id = Mapping, GroupId = Group, WorkspaceId = Workspace, Role = role, CreatedAt = Now, UpdatedAt = Now };

    private static MemberRow ByHand(string user, MemberRole role) => new() { Id = Guid.CreateVersion7(Now), WorkspaceId = Workspace, UserId = user, Role = role, CreatedAt = Now };
}
