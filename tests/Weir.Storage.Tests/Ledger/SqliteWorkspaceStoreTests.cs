using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Ledger;
using Xunit;
using static Weir.Storage.Tests.Ledger.LedgerSamples;

namespace Weir.Storage.Tests.Ledger;

/// <summary>Workspaces, budgets and members as they are stored.</summary>
public sealed class SqliteWorkspaceStoreTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Today = new(2026, 3, 4);

    private readonly TemporaryLedger _temporary = new();

    private SqliteLedgerStore Ledger => _temporary.Store;

    private SqliteWorkspaceStore Store => Ledger.Workspaces;

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task Everything_IsReadBackAfterReopening()
    {
        await Store.SaveWorkspaceAsync(Row(), None);
        await Store.SaveWorkspaceAsync(Bare(), None);
        await Store.SaveBudgetAsync(Budget(LimitReset.Monthly, 5), None);
        await Store.SaveBudgetAsync(Budget(LimitReset.Never, 50), None);
        Assert.Equal([Member("ann"), Member("bob")], await Store.AddMembersAsync([Member("ann"), Member("bob")], None));
        await _temporary.ReopenAsync();

        Assert.Equal([Bare(), Row()], (await Store.ReadWorkspacesAsync(None)).OrderBy(row => row.Slug, StringComparer.Ordinal));
        Assert.Equal([Budget(LimitReset.Never, 50), Budget(LimitReset.Monthly, 5)], (await Store.ReadBudgetsAsync(None)).OrderBy(budget => budget.Reset));
        Assert.Equal([Member("ann"), Member("bob")], await Store.ReadMembersAsync(Workspace, None));
    }

    [Fact]
    public async Task Save_SameId_ReplacesAndKeepsWhenAndByWhomItWasMade()
    {
        await Store.SaveWorkspaceAsync(Row(), None);

        await Store.SaveWorkspaceAsync(Row() with { Name = "changed", CreatedBy = "other", CreatedAt = Now.AddDays(1) }, None);

        Assert.Equal([Row() with { Name = "changed" }], await Store.ReadWorkspacesAsync(None));
    }

    [Fact]
    public async Task Save_SlugOfAnother_IsRefusedAndLeavesBoth()
    {
        await Store.SaveWorkspaceAsync(Row(), None);

        _ = await Assert.ThrowsAsync<IOException>(async () => await Store.SaveWorkspaceAsync(Bare() with { Slug = Row().Slug }, None));

        Assert.Equal([Row()], await Store.ReadWorkspacesAsync(None));
    }

    [Fact]
    public async Task SaveBudget_SameWindow_Replaces_AndIsDeletedOnce()
    {
        await Store.SaveBudgetAsync(Budget(LimitReset.Daily, 5), None);
        await Store.SaveBudgetAsync(Budget(LimitReset.Daily, 6), None);

        Assert.Equal([Budget(LimitReset.Daily, 6)], await Store.ReadBudgetsAsync(None));
        Assert.False(await Store.DeleteBudgetAsync(Workspace, LimitReset.Weekly, None));
        Assert.True(await Store.DeleteBudgetAsync(Workspace, LimitReset.Daily, None));
        Assert.False(await Store.DeleteBudgetAsync(Workspace, LimitReset.Daily, None));
    }

    [Fact]
    public async Task Members_AddedTwiceAndRemoved_AreCountedOnce()
    {
        _ = await Store.AddMembersAsync([Member("ann")], None);

        Assert.Empty(await Store.AddMembersAsync([Member("ann") with { Role = MemberRole.Member }], None));
        Assert.Equal([Member("ann")], await Store.ReadMembersAsync(Workspace, None));
        Assert.Equal(1, await Store.RemoveMembersAsync(Workspace, ["ann", "bob"], None));
        Assert.Empty(await Store.ReadMembersAsync(Workspace, None));
    }

    [Fact]
    public async Task Delete_Workspace_TakesItsBudgetsAndMembersAndNoOthers()
    {
        await Store.SaveWorkspaceAsync(Row(), None);
        await Store.SaveBudgetAsync(Budget(LimitReset.Daily, 5), None);
        await Store.SaveBudgetAsync(Budget(LimitReset.Daily, 5) with { WorkspaceId = Guid.Empty }, None);
        _ = await Store.AddMembersAsync([Member("ann"), Member("ann") with { WorkspaceId = Guid.Empty }], None);
        await Ledger.SettleAsync(Generation(), Today);

        await Store.DeleteWorkspaceAsync(Workspace, None);

        Assert.Empty(await Store.ReadWorkspacesAsync(None));
        Assert.Equal(Guid.Empty, Assert.Single(await Store.ReadBudgetsAsync(None)).WorkspaceId);
        Assert.Single(await Store.ReadMembersAsync(Guid.Empty, None));
        Assert.Single(await Ledger.Entries.ReadLatestEntriesAsync(10, None));
    }

    [Fact]
    public async Task ReadUsage_ChargesOfItsKeys_AreSummedInTheirWindows()
    {
        await Ledger.SettleAsync(Generation("gen-1", 1, "sk-or-v1-one"), Today);
        await Ledger.SettleAsync(Generation("gen-2", 10, "sk-or-v1-two"), Today.AddDays(-1));
        await Ledger.SettleAsync(Generation("gen-3", 100) with { WorkspaceId = Guid.Empty }, Today);

        var usage = await Store.ReadUsageAsync(Today, None);

        Assert.Equal(new Spend(new Usd(11), new Usd(1), new Usd(11), new Usd(11)), usage[Workspace]);
        Assert.Equal(new Usd(100), usage[Guid.Empty].Total);
    }

    private static WorkspaceRow Row() => new()
    {
        Id = Workspace,
        Slug = "research",
        Name = "it's ü",
        Description = "d",
        DefaultTextModel = "acme/small",
        DefaultImageModel = "acme/paint",
        DefaultProviderSort = "price",
        IncludeByokInBudgets = true,
        CreatedAt = Now,
        UpdatedAt = Now.AddMinutes(1),
        CreatedBy = "label",
    };

    private static WorkspaceRow Bare() => new() { Id = Guid.Empty, Slug = "bare", Name = "Bare", CreatedAt = Now };

    private static BudgetRow Budget(LimitReset reset, long nanos) =>
        new() { Id = Guid.Empty, WorkspaceId = Workspace, Reset = reset, Limit = new Usd(nanos), CreatedAt = Now, UpdatedAt = Now.AddMinutes(1) };

    private static MemberRow Member(string user) => new() { Id = Guid.Empty, WorkspaceId = Workspace, UserId = user, Role = MemberRole.Admin, CreatedAt = Now };
}
