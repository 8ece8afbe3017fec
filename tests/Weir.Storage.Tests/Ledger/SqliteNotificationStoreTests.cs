using Weir.Ledger.Keys;
using Weir.Ledger.Notifications;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Ledger;
using Xunit;
using static Weir.Storage.Tests.Ledger.LedgerSamples;

namespace Weir.Storage.Tests.Ledger;

/// <summary>Notices as they are stored: each once, with its deliveries.</summary>
public sealed class SqliteNotificationStoreTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryLedger _temporary = new();

    private SqliteLedgerStore Ledger => _temporary.Store;

    private SqliteNotificationStore Store => Ledger.Notifications;

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task Notice_OfTwentyAtOnce_IsAddedOnce_AlsoAfterReopening()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Store.AddAsync(Notice(), ["mail", "webhook"], None).AsTask()));
        await _temporary.ReopenAsync();

        Assert.Single(added, isNew => isNew);
        Assert.False(await Store.AddAsync(Notice(), ["mail"], None));
        var due = await Store.ReadDueAsync(Now, 10, None);
        Assert.Equal(["mail", "webhook"], due.Select(delivery => delivery.Channel).Order());
        Assert.Equal(Notice() with { Id = due[0].Notice.Id }, due[0].Notice);
        Assert.True(await Store.AddAsync(Notice() with { Percent = 100 }, [], None));
        Assert.Equal(2, (await Store.ReadLatestAsync(10, None)).Count);
    }

    [Fact]
    public async Task Delivery_IsDueUntilItEnds()
    {
        _ = await Store.AddAsync(Notice(), ["mail"], None);
        var delivery = Assert.Single(await Store.ReadDueAsync(Now, 10, None));

        await Store.SaveDeliveryAsync(delivery with { Attempts = 1, DueAt = Now.AddSeconds(10), Problem = "no" }, None);
        Assert.Empty(await Store.ReadDueAsync(Now.AddSeconds(9), 10, None));
        Assert.Equal((1, "no"), (await Store.ReadDueAsync(Now.AddSeconds(10), 10, None)).Select(one => (one.Attempts, one.Problem)).Single());

        await Store.SaveDeliveryAsync(delivery with { State = DeliveryState.Delivered, Attempts = 2 }, None);
        Assert.Empty(await Store.ReadDueAsync(Now.AddDays(1), 10, None));
        Assert.Equal(DeliveryState.Delivered, Assert.Single(await Store.ReadLatestAsync(10, None)).State);
    }

    [Fact]
    public async Task LowBalance_IsToldAgain_OnceItWasForgotten()
    {
        var low = Notice() with { Kind = NoticeKind.LowBalance, Subject = "", Window = "low", Percent = 0, Reset = LimitReset.Never };

        Assert.True(await Store.AddAsync(low with { Id = Guid.CreateVersion7(Now) }, [], None));
        Assert.False(await Store.AddAsync(low with { Id = Guid.CreateVersion7(Now) }, [], None));
        await Store.ForgetLowBalanceAsync(None);
        Assert.True(await Store.AddAsync(low with { Id = Guid.CreateVersion7(Now) }, [], None));
    }

    [Fact]
    public async Task OldNotices_GoWithTheirDeliveries_ButNotThoseOfLimitsThatNeverBeginAgain()
    {
        _ = await Store.AddAsync(Notice(), ["mail"], None);
        _ = await Store.AddAsync(Notice() with { Window = "5 in all", Reset = LimitReset.Never }, ["mail"], None);

        _ = await Store.AddAsync(Notice() with { Window = "Daily 2027-06-01", At = Now.AddDays(401) }, [], None);

        Assert.Equal("5 in all", Assert.Single(await Store.ReadLatestAsync(10, None)).Notice.Window);
        Assert.True(await Store.AddAsync(Notice(), [], None));
        Assert.False(await Store.AddAsync(Notice() with { Window = "5 in all", Reset = LimitReset.Never }, [], None));
    }

    private static NoticeRow Notice() => new()
    {
        Id = Guid.CreateVersion7(Now),
        Kind = NoticeKind.KeyLimit,
        Subject = "hash",
        SubjectName = "sk-or-v1-012...def",
        Window = "Daily 2026-03-04",
        Reset = LimitReset.Daily,
        Percent = 80,
        Limit = new Usd(10),
        Amount = new Usd(8),
        At = Now,
    };
}
