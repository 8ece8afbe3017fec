using Weir.Ledger.Keys;
using Weir.Ledger.Sessions;
using Weir.Storage.Sqlite.Ledger;
using Xunit;
using static Weir.Storage.Tests.Ledger.LedgerSamples;

namespace Weir.Storage.Tests.Ledger;

/// <summary>The console's sessions and sign-in links as they are stored.</summary>
public sealed class SqliteSignInStoreTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryLedger _temporary = new();

    private SqliteLedgerStore Ledger => _temporary.Store;

    private SqliteSignInStore Store => Ledger.Sessions;

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task SaveSession_EveryField_IsReadBackNewestFirstAlsoAfterReopening()
    {
        await Store.SaveSessionAsync(Session(), None);
        await Store.SaveSessionAsync(Session("other", minutes: 1, key: null), None);
        await _temporary.ReopenAsync();

        Assert.Equal([Session("other", minutes: 1, key: null), Session()], await Store.ReadSessionsAsync(Now, None));
    }

    [Fact]
    public async Task ReadSessions_Expired_AreLeftOutAndGoWithTheNextOne()
    {
        await Store.SaveSessionAsync(Session(), None);
        await Store.SaveSessionAsync(Session("other", minutes: 1), None);

        Assert.Equal([Session("other", minutes: 1)], await Store.ReadSessionsAsync(Session().ExpiresAt, None));

        await Store.SaveSessionAsync(Session("later", minutes: 30 * 24 * 60), None);
        Assert.Equal([Session("later", minutes: 30 * 24 * 60), Session("other", minutes: 1)], await Store.ReadSessionsAsync(Now, None));
    }

    [Fact]
    public async Task SaveSession_PastTheCapacity_TheOldestGoes()
    {
        await Task.WhenAll(Enumerable.Range(0, SessionDirectory.Capacity + 3).Select(number =>
            Store.SaveSessionAsync(Session($"cookie-{number}", number), None).AsTask()));

        var sessions = await Store.ReadSessionsAsync(Now, None);
        Assert.Equal(SessionDirectory.Capacity, sessions.Count);
        Assert.Equal(Session("cookie-3", 3), sessions[^1]);
    }

    [Fact]
    public async Task DeleteSession_AndDeleteKey_EndSessions()
    {
        await Store.SaveSessionAsync(Session("one"), None);
        await Store.SaveSessionAsync(Session("two"), None);
        await Store.SaveSessionAsync(Session("other", key: "sk-or-v1-other"), None);
        await Store.SaveSessionAsync(Session("link", key: null), None);

        await Store.DeleteSessionAsync(Session("one").Hash, None);
        await Ledger.DeleteKeyAsync(KeyHash.Of("sk-or-v1-one"), None);

        Assert.Equal(
            [Session("link", key: null).Hash, Session("other").Hash],
            (await Store.ReadSessionsAsync(Now, None)).OrderBy(session => session.KeyHash is not null).Select(session => session.Hash));
    }

    [Fact]
    public async Task Redeem_Link_OpensOneSession()
    {
        await Store.SaveLoginLinkAsync(Link(), Now, None);
        await _temporary.ReopenAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Store.RedeemLoginLinkAsync(Link().Hash, Session($"cookie-{number}"), None).AsTask()));

        Assert.Single(results, redeemed => redeemed is not null);
        Assert.Equal(Session($"cookie-{Array.FindIndex(results, redeemed => redeemed is not null)}"), Assert.Single(await Store.ReadSessionsAsync(Now, None)));
    }

    [Fact]
    public async Task Redeem_UnknownOrExpiredLink_OpensNone()
    {
        await Store.SaveLoginLinkAsync(Link(), Now, None);

        Assert.Null(await Store.RedeemLoginLinkAsync(KeyHash.Of("other"), Session(), None));
        Assert.Null(await Store.RedeemLoginLinkAsync(Link().Hash, Session(minutes: 10), None));
        Assert.Empty(await Store.ReadSessionsAsync(Now, None));
        Assert.NotNull(await Store.RedeemLoginLinkAsync(Link().Hash, Session(minutes: 9), None));
    }

    [Fact]
    public async Task SaveLoginLink_ExpiredOnesAndThoseBeyondTheCapacity_Go()
    {
        await Store.SaveLoginLinkAsync(Link("expired"), Now, None);
        await Store.SaveLoginLinkAsync(Link("next") with { ExpiresAt = Now.AddMinutes(20) }, Now.AddMinutes(10), None);
        Assert.Null(await Store.RedeemLoginLinkAsync(Link("expired").Hash, Session(), None));

        await Task.WhenAll(Enumerable.Range(0, LoginLinkRow.Capacity).Select(number =>
            Store.SaveLoginLinkAsync(Link($"link-{number}") with { ExpiresAt = Now.AddMinutes(21) }, Now.AddMinutes(11), None).AsTask()));
        Assert.Null(await Store.RedeemLoginLinkAsync(Link("next").Hash, Session(), None));
        Assert.NotNull(await Store.RedeemLoginLinkAsync(Link("link-0").Hash, Session(), None));
    }
}
