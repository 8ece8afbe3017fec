using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Ledger;
using Xunit;
using static Weir.Storage.Tests.Ledger.LedgerSamples;

namespace Weir.Storage.Tests.Ledger;

/// <summary>Entries as they are stored, and their sums.</summary>
public sealed class SqliteEntryStoreTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateOnly Today = new(2026, 3, 4);

    private readonly TemporaryLedger _temporary = new();

    private SqliteLedgerStore Ledger => _temporary.Store;

    private SqliteEntryStore Store => Ledger.Entries;

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task Entries_OfGrantsChargesAndRefunds_AreReadBackNewestFirstAlsoAfterReopening()
    {
        await Ledger.SettleAsync(Generation(), Today);
        await Ledger.SettleAsync(Generation("gen-free", 0), Today);
        var grant = await Store.AddEntryAsync(Grant(1_000), None);
        var refund = (await Store.RefundAsync(Refund(Generation().Id, null), Now.AddDays(3), None)).Entry!;
        await _temporary.ReopenAsync();

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
    public async Task AddEntry_OfARefund_IsRefused() =>
        _ = await Assert.ThrowsAsync<ArgumentException>(async () => await Store.AddEntryAsync(Grant(1) with { Kind = EntryKind.Refund, GenerationId = Generation().Id }, None));

    [Fact]
    public async Task Refund_InParts_NeverGivesBackMoreThanTheCharge()
    {
        await Ledger.SettleAsync(Generation(), Today);
        var id = Generation().Id;

        Assert.Equal((RefundOutcome.Made, 43), await RefundAsync(Refund(id, 30, "a")));
        Assert.Equal((RefundOutcome.MadeBefore, 43), await RefundAsync(Refund(id, 30, "a")));
        Assert.Equal((RefundOutcome.OtherRefund, 43), await RefundAsync(Refund(id, 31, "a")));
        Assert.Equal((RefundOutcome.OtherRefund, 0), await RefundAsync(Refund(Generation("gen-unknown").Id, 30, "a")));
        Assert.Equal((RefundOutcome.TooMuch, 43), await RefundAsync(Refund(id, 44, "b")));
        Assert.Equal((RefundOutcome.Made, 0), await RefundAsync(Refund(id, null, "b")));
        Assert.Equal((RefundOutcome.TooMuch, 0), await RefundAsync(Refund(id, null, "c")));
        Assert.Equal((RefundOutcome.NoCharge, 0), await RefundAsync(Refund(Generation("gen-unknown").Id, 1, "d")));

        Assert.Equal(new Usd(73), (await Store.ReadCreditsAsync(None)).Refunded);
        Assert.Equal(new Usd(73), await Store.ReadChargedAsync(None));
        Assert.Empty(LedgerAudit.Problems(await Store.ReadSumsAsync(None)));

        async Task<(RefundOutcome, long)> RefundAsync(RefundDraft draft) => await Store.RefundAsync(draft, Now, None) is var result ? (result.Outcome, result.Left.Nanos) : default;
    }

    [Fact]
    public async Task Refund_AskedForManyTimesAtOnce_IsMadeOnce()
    {
        await Ledger.SettleAsync(Generation(), Today);

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(index => Store.RefundAsync(Refund(Generation().Id, 10, $"key-{index % 10}"), Now, None).AsTask()));

        Assert.Equal(7, results.Count(result => result.Outcome == RefundOutcome.Made));
        Assert.Equal(new Usd(70), (await Store.ReadCreditsAsync(None)).Refunded);
    }

    [Fact]
    public async Task Refund_LowersTheDaysOfItsCharge_NotThoseOnWhichItIsMade()
    {
        await Ledger.SettleAsync(Owned(), Today);
        Assert.Equal(Owned(), await Ledger.FindGenerationAsync(Generation().Id, Workspace, None));
        _ = await Store.RefundAsync(Refund(Generation().Id, 70), Now.AddDays(40), None);

        var spent = (await Ledger.ReadUsageAsync(Today, None))[Generation().KeyHash];
        var later = (await Ledger.ReadUsageAsync(Today.AddDays(40), None))[Generation().KeyHash];

        Assert.Equal(new Spend(new Usd(3), new Usd(3), new Usd(3), new Usd(3)), spent);
        Assert.Equal(new Spend(new Usd(3), Usd.Zero, Usd.Zero, Usd.Zero), later);
        Assert.Equal(spent, (await Ledger.Workspaces.ReadUsageAsync(Today, None))[Workspace]);
        Assert.Equal(new Usd(321), (await Ledger.ReadByokAsync(Today, None))[Generation().KeyHash].Daily);
        Assert.Equal(new Usd(321), (await Ledger.Workspaces.ReadByokAsync(Today, None))[Workspace].Total);
        var refund = Assert.Single(await Store.ReadRefundsAsync(0, None));
        Assert.Equal((new Usd(70), Generation().KeyHash, Workspace, Today), (refund.Amount, refund.Key, refund.WorkspaceId, refund.Day));
        Assert.Empty(await Store.ReadRefundsAsync(refund.EntryId, None));
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
            row = i % 5 == 0 ? row with { IsByok = true, UpstreamCost = new Usd(i) } : row;
            await Ledger.SettleAsync(row with { WorkspaceId = i % 3 == 0 ? Guid.Empty : Workspace }, Today.AddDays(-random.Next(40)));
        }

        _ = await Store.AddEntryAsync(Grant(1_000_000), None);
        for (var i = 0; i < 100; i++)
        {
            _ = await Store.RefundAsync(Refund(Generation($"gen-{random.Next(200)}").Id, random.Next(1, 2_000), $"{i}"), Now, None);
        }

        var sums = await Store.ReadSumsAsync(None);
        var entries = await Store.ReadLatestEntriesAsync(1_000, None);

        Assert.Empty(LedgerAudit.Problems(sums));
        Assert.Equal(entries.Count, sums.Entries);
        Assert.Equal(entries.Sum(entry => entry.Amount.Nanos), sums.Account.Balance.Nanos);
        Assert.Equal(sums.Account.Charged, await Store.ReadChargedAsync(None));
        Assert.Equal(sums.Account.Credits, await Store.ReadCreditsAsync(None));
        Assert.True(sums.Account.Charged > Usd.Zero);
    }
}
