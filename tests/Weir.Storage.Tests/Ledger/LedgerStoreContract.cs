using Weir.Ledger;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;
using Xunit;
using static Weir.Storage.Tests.Ledger.LedgerSamples;

namespace Weir.Storage.Tests.Ledger;

/// <summary>What every ledger store does; one subclass for each.</summary>
public abstract class LedgerStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    // A Wednesday; the month began on the Sunday before this week.
    private static readonly DateOnly Today = new(2026, 3, 4);

    private protected ILedgerStore Store { get; private set; } = null!;

    private protected abstract Task<ILedgerStore> OpenAsync();

    private protected abstract Task CloseAsync();

    /// <summary>Removes what the store has left behind. The runner calls no Dispose beside DisposeAsync.</summary>
    private protected abstract void CleanUp();

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        CleanUp();
        GC.SuppressFinalize(this);
    }

    private protected async Task ReopenAsync()
    {
        await CloseAsync();
        Store = await OpenAsync();
    }

    [Fact]
    public async Task SaveKey_EveryField_IsReadBackAlsoAfterReopening()
    {
        await Store.SaveKeyAsync(Key(), None);
        await Store.SaveKeyAsync(BareKey(), None);
        Assert.Equal([BareKey(), Key()], (await Store.ReadKeysAsync(None)).OrderBy(key => key.Name, StringComparer.Ordinal));

        await ReopenAsync();

        Assert.Equal([BareKey(), Key()], (await Store.ReadKeysAsync(None)).OrderBy(key => key.Name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task SaveKey_SameHash_Replaces()
    {
        await Store.SaveKeyAsync(Key(), None);

        var changed = Key() with { Name = "changed", Limit = null, ExpiresAt = null, Disabled = false };
        await Store.SaveKeyAsync(changed, None);

        Assert.Equal([changed], await Store.ReadKeysAsync(None));
    }

    [Fact]
    public async Task DeleteKey_Key_IsGoneButItsSpendAndGenerationsStay()
    {
        await Store.SaveKeyAsync(Key(), None);
        await Store.SettleAsync(Generation(), Today);

        await Store.DeleteKeyAsync(Key().Hash, None);

        Assert.Empty(await Store.ReadKeysAsync(None));
        Assert.Equal(new Usd(73), (await UsageAsync()).Total);
        Assert.NotNull(await Store.FindGenerationAsync(Generation().Id, Workspace, None));
    }

    [Fact]
    public async Task KeysVersion_EveryChange_Rises()
    {
        var versions = new List<long> { await Store.ReadKeysVersionAsync(None) };
        await Store.SaveKeyAsync(Key(), None);
        versions.Add(await Store.ReadKeysVersionAsync(None));
        await Store.SaveKeyAsync(Key(), None);
        versions.Add(await Store.ReadKeysVersionAsync(None));
        await Store.DeleteKeyAsync(Key().Hash, None);
        versions.Add(await Store.ReadKeysVersionAsync(None));
        await ReopenAsync();

        Assert.Equal(versions.Distinct().Order(), versions);
        Assert.Equal(versions[^1], await Store.ReadKeysVersionAsync(None));
    }

    [Fact]
    public async Task KeysVersion_ChargesAndSettings_LeaveItAlone()
    {
        var before = await Store.ReadKeysVersionAsync(None);

        await Store.SettleAsync(Generation(), Today);
        await Store.WriteSettingAsync("name", "value", None);

        Assert.Equal(before, await Store.ReadKeysVersionAsync(None));
    }

    [Fact]
    public async Task Settle_EveryField_IsReadBackAlsoAfterReopening()
    {
        await Store.SettleAsync(Generation(), Today);
        await Store.SettleAsync(Bare("gen-2-bare"), Today);

        await ReopenAsync();

        Assert.Equal(Generation(), await Store.FindGenerationAsync(Generation().Id, Workspace, None));
        Assert.Equal(Bare("gen-2-bare"), await Store.FindGenerationAsync(new GenerationId("gen-2-bare"), Workspace, None));
    }

    [Fact]
    public async Task Settle_SameIdTwice_IsRefusedAndChargesNothing()
    {
        await Store.SettleAsync(Generation(), Today);

        _ = await Assert.ThrowsAsync<IOException>(async () => await Store.SettleAsync(Generation(nanos: 1000), Today));

        Assert.Equal(new Usd(73), (await UsageAsync()).Total);
        Assert.Equal(Generation(), await Store.FindGenerationAsync(Generation().Id, Workspace, None));
        Assert.Single(await Store.ReadLatestGenerationsAsync(10, None));
    }

    [Fact]
    public async Task Settle_SameIdTwiceAtOnce_StoresOneAndItsNeighbours()
    {
        GenerationRow[] rows = [Generation("gen-1"), Generation("gen-2"), Generation("gen-2"), Generation("gen-3")];

        var results = await Task.WhenAll(rows.Select(async row => await Record.ExceptionAsync(async () => await Store.SettleAsync(row, Today))));

        Assert.Single(results, result => result is IOException);
        Assert.Equal(3, results.Count(result => result is null));
        Assert.Equal(new Usd(3 * 73), (await UsageAsync()).Total);
    }

    [Fact]
    public async Task Settle_FreeGeneration_IsStoredWithoutACharge()
    {
        await Store.SettleAsync(Generation(nanos: 0), Today);

        Assert.Empty(await Store.ReadUsageAsync(Today, None));
        Assert.NotNull(await Store.FindGenerationAsync(Generation().Id, Workspace, None));
    }

    [Fact]
    public async Task ReadUsage_ChargesOfManyDays_FallIntoTheirWindows()
    {
        (int DaysAgo, long Nanos)[] charges = [(0, 1), (0, 10), (1, 100), (2, 1_000), (3, 10_000), (4, 100_000), (400, 1_000_000)];
        foreach (var (daysAgo, nanos) in charges)
        {
            await Store.SettleAsync(Generation($"gen-{nanos}", nanos), Today.AddDays(-daysAgo));
        }

        await Store.SettleAsync(Generation("gen-other", 5, "sk-or-v1-other"), Today);

        // Sunday the first is 3 days ago, Monday 2.
        Assert.Equal(new Spend(new Usd(1_111_111), new Usd(11), new Usd(1_111), new Usd(11_111)), await UsageAsync());
        Assert.Equal(new Usd(5), (await Store.ReadUsageAsync(Today, None))[KeyHash.Of("sk-or-v1-other")].Total);
        Assert.Equal(new Spend(new Usd(1_111_111), Usd.Zero, new Usd(1_111), new Usd(11_111)), await UsageAsync(Today.AddDays(4)));
        Assert.Equal(new Spend(new Usd(1_111_111), Usd.Zero, Usd.Zero, new Usd(11_111)), await UsageAsync(Today.AddDays(5)));
        Assert.Equal(new Spend(new Usd(1_111_111), Usd.Zero, Usd.Zero, Usd.Zero), await UsageAsync(Today.AddDays(30)));
    }

    [Fact]
    public async Task ReadUsage_AnyCharges_IsWhatTheRunningSpendSays()
    {
        var random = new Random(31);
        var state = new SpendState(default, Today);
        for (var i = 0; i < 200; i++)
        {
            var day = Today.AddDays(i / 5);
            var admitted = day.AddDays(-random.Next(2));
            var nanos = random.Next(1, 1_000_000);
            await Store.SettleAsync(Generation($"gen-{i}", nanos), admitted);
            state.Add(new Usd(nanos), admitted);
        }

        Assert.Equal(state.Read(Today.AddDays(39)), await UsageAsync(Today.AddDays(39)));
    }

    [Fact]
    public async Task Settle_ManyAtOnce_SumExactly()
    {
        await Task.WhenAll(Enumerable.Range(1, 500).Select(i => Store.SettleAsync(Generation($"gen-{i}", i), Today).AsTask()));

        Assert.Equal(new Usd(125_250), (await UsageAsync()).Daily);
        Assert.Equal(500, (await Store.ReadLatestGenerationsAsync(1000, None)).Count);
        await ReopenAsync();
        Assert.Equal(new Usd(125_250), (await UsageAsync()).Total);
    }

    [Fact]
    public async Task FindGeneration_OtherWorkspaceOrId_IsNone()
    {
        await Store.SettleAsync(Generation(), Today);

        Assert.Null(await Store.FindGenerationAsync(Generation().Id, Guid.Empty, None));
        Assert.Null(await Store.FindGenerationAsync(new GenerationId("gen-none"), Workspace, None));
        Assert.Null(await Store.FindGenerationAsync(new GenerationId("GEN-1-ABC"), Workspace, None));
    }

    [Fact]
    public async Task ReadLatest_Generations_AreNewestFirst()
    {
        for (var i = 1; i <= 5; i++)
        {
            await Store.SettleAsync(Bare($"gen-{i}"), Today);
        }

        Assert.Equal(["gen-5", "gen-4", "gen-3"], (await Store.ReadLatestGenerationsAsync(3, None)).Select(row => row.Id.Value));
        Assert.Empty(await Store.ReadLatestGenerationsAsync(0, None));
    }

    [Fact]
    public async Task Settings_Values_AreReplacedAndKept()
    {
        Assert.Null(await Store.ReadSettingAsync("name", None));

        await Store.WriteSettingAsync("name", "first", None);
        await Store.WriteSettingAsync("name", "it's ü", None);
        await Store.WriteSettingAsync("empty", "", None);
        await ReopenAsync();

        Assert.Equal("it's ü", await Store.ReadSettingAsync("name", None));
        Assert.Equal("", await Store.ReadSettingAsync("empty", None));
    }

    [Fact]
    public async Task DefaultWorkspace_Reopened_IsTheSame()
    {
        var workspace = Store.DefaultWorkspaceId;
        Assert.NotEqual(Guid.Empty, workspace);

        await ReopenAsync();

        Assert.Equal(workspace, Store.DefaultWorkspaceId);
    }

    [Fact]
    public async Task Registrar_KeyMadeElsewhere_IsLetInAfterARefresh()
    {
        var here = new KeyDirectory();
        using var registrar = new KeyRegistrar(Store, here, TimeProvider.System);
        using var elsewhere = new KeyRegistrar(Store, new KeyDirectory(), TimeProvider.System);
        await registrar.RefreshAsync(None);

        var (row, text) = await elsewhere.CreateAsync(new KeyDraft { Name = "new" }, None);
        Assert.Null(here.Find(row.Hash));
        await registrar.RefreshAsync(None);

        Assert.Equal("new", here.Authenticate(text, row.CreatedAt)?.Key.Name);
        await elsewhere.DeleteAsync(row.Hash, None);
        await registrar.RefreshAsync(None);
        Assert.Null(here.Authenticate(text, row.CreatedAt));
    }

    private async Task<Spend> UsageAsync(DateOnly? day = null) => (await Store.ReadUsageAsync(day ?? Today, None))[Generation().KeyHash];
}
