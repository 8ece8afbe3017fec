using Weir.Ledger.Entries;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;
using Xunit;
using static Weir.Storage.Tests.Ledger.LedgerSamples;

namespace Weir.Storage.Tests.Ledger;

/// <summary>Entries as they are stored, and their sums.</summary>
public sealed class SqliteEntryStoreTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Today = new(2026, 3, 4);

    private readonly TemporaryFolder _folder = new();
    private SqliteLedgerStore _ledger = null!;

    private IEntryStore Store => _ledger.Entries;

    public ValueTask InitializeAsync()
    {
        _ledger = SqliteLedgerStore.Open(_folder.Path, Durability.Disk);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Entries_OfGrantsChargesAndRefunds_AreReadBackNewestFirstAlsoAfterReopening()
    {
        await _ledger.SettleAsync(Generation(), Today);
        await _ledger.SettleAsync(Generation("gen-free", 0), Today);
        var grant = await Store.AddEntryAsync(Grant(1_000), None);
        var refund = await Store.AddEntryAsync(Refund(Generation().Id, 73), None);
        await ReopenAsync();

        var entries = await Store.ReadLatestEntriesAsync(10, None);

        Assert.Equal([refund, grant], entries.Take(2));
        var charge = new EntryRow
        {
            Id = entries[2].Id,
            WorkspaceId = Workspace,
            At = Now,
            Kind = EntryKind.Charge,
            Amount = new Usd(-73),
            GenerationId = Generation().Id,
            Actor = Generation().KeyHash.ToString(),
        };
        Assert.Equal(charge, entries[2]);
        Assert.Equal(3, entries.Count);
        Assert.True(refund.Id > grant.Id && grant.Id > entries[2].Id);
        Assert.Equal([refund], await Store.ReadLatestEntriesAsync(1, None));
        Assert.Equal(new Credits(new Usd(1_000), new Usd(73)), await Store.ReadCreditsAsync(None));
        Assert.Equal(new Usd(73), await Store.ReadChargedAsync(None));
    }

    [Fact]
    public async Task AddEntry_SecondRefundOfACharge_IsRefused()
    {
        await _ledger.SettleAsync(Generation(), Today);
        _ = await Store.AddEntryAsync(Refund(Generation().Id, 73), None);

        _ = await Assert.ThrowsAsync<IOException>(async () => await Store.AddEntryAsync(Refund(Generation().Id, 1), None));

        Assert.Equal(new Usd(73), (await Store.ReadCreditsAsync(None)).Refunded);
    }

    [Theory]
    [InlineData(EntryKind.Grant, 0)]
    [InlineData(EntryKind.Grant, -5)]
    [InlineData(EntryKind.Charge, 5)]
    public async Task AddEntry_WithAnAmountOfTheWrongSign_IsRefused(EntryKind kind, long nanos)
    {
        _ = await Assert.ThrowsAsync<IOException>(async () => await Store.AddEntryAsync(Grant(nanos) with { Kind = kind }, None));

        Assert.Empty(await Store.ReadLatestEntriesAsync(1, None));
    }

    [Fact]
    public async Task Sums_OfAnyEntries_AgreeInEveryPlace()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var row = Generation($"gen-{i}", random.Next(0, 5) * 1_001, $"sk-or-v1-{random.Next(4)}");
            await _ledger.SettleAsync(row with { WorkspaceId = i % 3 == 0 ? Guid.Empty : Workspace }, Today.AddDays(-random.Next(40)));
        }

        _ = await Store.AddEntryAsync(Grant(1_000_000), None);
        var sums = await Store.ReadSumsAsync(None);
        var entries = await Store.ReadLatestEntriesAsync(1_000, None);

        Assert.Empty(LedgerAudit.Problems(sums));
        Assert.Equal(entries.Count, sums.Entries);
        Assert.Equal(entries.Sum(entry => entry.Amount.Nanos), sums.Account.Balance.Nanos);
        Assert.Equal(sums.Account.Charged, await Store.ReadChargedAsync(None));
        Assert.Equal(sums.Account.Credits, await Store.ReadCreditsAsync(None));
        Assert.True(sums.Account.Charged > Usd.Zero);
    }

    private async Task ReopenAsync()
    {
        await _ledger.DisposeAsync();
        await InitializeAsync();
    }
}
