using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Ledger;
using Xunit;
using static Weir.Storage.Tests.Ledger.LedgerSamples;

namespace Weir.Storage.Tests.Ledger;

/// <summary>Guardrails and assignments as they are stored, and what goes with what.</summary>
public sealed class SqliteGuardrailStoreTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Today = UtcWindows.Day(Now);
    private static readonly Guid First = Guid.Parse("0198f000-0000-7000-8000-00000000000a");
    private static readonly Guid Second = Guid.Parse("0198f000-0000-7000-8000-00000000000b");

    private readonly TemporaryLedger _temporary = new();

    private SqliteLedgerStore Ledger => _temporary.Store;

    private SqliteGuardrailStore Store => Ledger.Guardrails;

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task Everything_IsReadBackAfterReopening()
    {
        await Store.SaveGuardrailAsync(Row(), None);
        await Store.SaveGuardrailAsync(Bare(Second), None);
        await Store.AssignAsync([Assigned(First, AssignmentKind.Member, "it's \"ann\"\n")], None);
        await _temporary.ReopenAsync();

        var rows = await Store.ReadGuardrailsAsync(None);
        Assert.Equal([First, Second], rows.Select(row => row.Id));
        AssertSame(Row(), rows[0]);
        AssertSame(Bare(Second), rows[1]);
        Assert.Equal([Assigned(First, AssignmentKind.Member, "it's \"ann\"\n")], await Store.ReadAssignmentsAsync(None));
    }

    [Fact]
    public async Task Save_SameId_ReplacesAllButWhenItWasMade_AndKeepsAssignments()
    {
        await Store.SaveGuardrailAsync(Row(), None);
        await Store.AssignAsync([Assigned(First, AssignmentKind.Key, "k")], None);

        await Store.SaveGuardrailAsync(Bare(First) with { Name = "changed", CreatedAt = Now.AddDays(1) }, None);

        AssertSame(Bare(First) with { Name = "changed", CreatedAt = Row().CreatedAt }, Assert.Single(await Store.ReadGuardrailsAsync(None)));
        Assert.Single(await Store.ReadAssignmentsAsync(None));
    }

    [Fact]
    public async Task Assign_AKeyThatHasOne_ReplacesIt_AndUnassignTakesOnlyItsOwn()
    {
        await Store.SaveGuardrailAsync(Bare(First), None);
        await Store.SaveGuardrailAsync(Bare(Second), None);
        await Store.AssignAsync([Assigned(First, AssignmentKind.Key, "k"), Assigned(First, AssignmentKind.Member, "k")], None);

        await Store.AssignAsync([Assigned(Second, AssignmentKind.Key, "k")], None);

        Assert.Equal(
            [(AssignmentKind.Key, Second), (AssignmentKind.Member, First)],
            (await Store.ReadAssignmentsAsync(None)).OrderBy(row => row.Kind).Select(row => (row.Kind, row.GuardrailId)));
        Assert.Equal(0, await Store.UnassignAsync(First, AssignmentKind.Key, ["k"], None));
        Assert.Equal(1, await Store.UnassignAsync(Second, AssignmentKind.Key, ["k", "x"], None));
    }

    [Fact]
    public async Task WhatGoes_TakesItsAssignmentsAlong()
    {
        await Ledger.SaveKeyAsync(Key(), None);
        await Ledger.Workspaces.SaveWorkspaceAsync(new WorkspaceRow { Id = Workspace, Slug = "a", Name = "A", CreatedAt = Now }, None);
        _ = await Ledger.Workspaces.AddMembersAsync([Member(Workspace), Member(Second)], None);
        await Store.SaveGuardrailAsync(Bare(First) with { WorkspaceId = Second }, None);
        await Store.SaveGuardrailAsync(Bare(Second), None);
        await Store.AssignAsync([Assigned(First, AssignmentKind.Key, Key().Hash.ToString()), Assigned(First, AssignmentKind.Member, "ann"), Assigned(Second, AssignmentKind.Member, "bob")], None);

        // A key that is changed is not one that went.
        await Ledger.SaveKeyAsync(Key() with { Name = "renamed" }, None);
        _ = await Ledger.Workspaces.RemoveMembersAsync(Workspace, ["ann"], None);
        Assert.Equal(3, (await Store.ReadAssignmentsAsync(None)).Count);

        await Ledger.DeleteKeyAsync(Key().Hash, None);
        _ = await Ledger.Workspaces.RemoveMembersAsync(Second, ["ann"], None);
        Assert.Equal(["bob"], (await Store.ReadAssignmentsAsync(None)).Select(row => row.Subject));

        await Ledger.Workspaces.DeleteWorkspaceAsync(Workspace, None);
        Assert.Empty(await Store.ReadAssignmentsAsync(None));
        Assert.Equal([First], (await Store.ReadGuardrailsAsync(None)).Select(row => row.Id));
        Assert.True(await Store.DeleteGuardrailAsync(First, None));
        Assert.False(await Store.DeleteGuardrailAsync(First, None));
    }

    [Fact]
    public async Task MemberSpend_StaysWhenTheKeyIsDeleted()
    {
        await Ledger.SaveKeyAsync(Key() with { CreatorUserId = "an\nn" }, None);
        await Ledger.SaveKeyAsync(BareKey(), None);
        await Ledger.SettleAsync(Generation("gen-1", Key().Hash, 5), Today);
        await Ledger.SettleAsync(Generation("gen-2", BareKey().Hash, 7), Today);
        await Ledger.SettleAsync(Generation("gen-3", Key().Hash, 11), Today.AddDays(-1));

        await Ledger.DeleteKeyAsync(Key().Hash, None);

        var spend = Assert.Single(await Store.ReadMemberSpendAsync(Today, None));
        Assert.Equal(("an\nn", Workspace, 16L, 5L), (spend.UserId, spend.WorkspaceId, spend.Spent.Total.Nanos, spend.Spent.Daily.Nanos));
        Assert.Equal(default, spend.Byok);
    }

    private static Weir.Ledger.Records.GenerationRow Generation(string id, KeyHash key, long nanos) =>
        LedgerSamples.Generation(id) with { KeyHash = key, Charge = new Usd(nanos) };

    private static MemberRow Member(Guid workspace) => new() { Id = Guid.CreateVersion7(Now), WorkspaceId = workspace, UserId = "ann", Role = MemberRole.Member, CreatedAt = Now };

    private static AssignmentRow Assigned(Guid guardrail, AssignmentKind kind, string subject) =>
        new() { Id = Guid.Parse("0198f000-0000-7000-8000-0000000000ff"), GuardrailId = guardrail, Kind = kind, Subject = subject, AssignedBy = "label", CreatedAt = Now };

    private static GuardrailRow Bare(Guid id) => new() { Id = id, WorkspaceId = Workspace, Name = "bare", CreatedAt = Now };

    private static GuardrailRow Row() => new()
    {
        Id = First,
        WorkspaceId = Workspace,
        Name = "it's \"one\" ü😀",
        Description = "",
        Limit = new Usd(123),
        Reset = LimitReset.Weekly,
        IncludeByokInBudgets = true,
        AllowedModels = ["a/b", "c/d"],
        IgnoredModels = ["e/f"],
        AllowedProviders = ["acme"],
        IgnoredProviders = ["bolt"],
        ZeroRetention = new ZeroRetentionRow { Anthropic = true, OpenAI = false, Google = null, XAI = true, Other = false },
        EnableFreePublication = false,
        EnableFreeTraining = true,
        EnablePaidTraining = null,
        ContentFilters = [new ContentFilterRow("\\b\"\n\u2028", FilterAction.Block, null), new ContentFilterRow("x", FilterAction.Flag, "[L]")],
        BuiltinFilters = [new BuiltinFilterRow("email", FilterAction.Redact, true), new BuiltinFilterRow("regex-prompt-injection", FilterAction.Block, false)],
        CreatedAt = Now.AddDays(-1),
        UpdatedAt = Now,
    };

    // Lists compare by reference; what is in them is what counts.
    private static void AssertSame(GuardrailRow expected, GuardrailRow actual)
    {
        Assert.Equal(expected.AllowedModels?.ToArray(), actual.AllowedModels?.ToArray());
        Assert.Equal(expected.IgnoredModels?.ToArray(), actual.IgnoredModels?.ToArray());
        Assert.Equal(expected.AllowedProviders?.ToArray(), actual.AllowedProviders?.ToArray());
        Assert.Equal(expected.IgnoredProviders?.ToArray(), actual.IgnoredProviders?.ToArray());
        Assert.Equal(expected.ContentFilters?.ToArray(), actual.ContentFilters?.ToArray());
        Assert.Equal(expected.BuiltinFilters?.ToArray(), actual.BuiltinFilters?.ToArray());
        Assert.Equal(Scalars(expected), Scalars(actual));
    }

    private static GuardrailRow Scalars(GuardrailRow row) => row with
    {
        AllowedModels = null, IgnoredModels = null, AllowedProviders = null, IgnoredProviders = null, ContentFilters = null, BuiltinFilters = null,
    };
}
