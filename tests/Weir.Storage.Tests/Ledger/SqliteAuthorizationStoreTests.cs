using Weir.Ledger.Authorizations;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Ledger;
using Xunit;
using static Weir.Storage.Tests.Ledger.LedgerSamples;

namespace Weir.Storage.Tests.Ledger;

/// <summary>Authorization codes as they are stored.</summary>
public sealed class SqliteAuthorizationStoreTests : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryLedger _temporary = new();

    private SqliteLedgerStore Ledger => _temporary.Store;

    private SqliteAuthorizationStore Store => Ledger.Authorizations;

    public ValueTask DisposeAsync() => _temporary.DisposeAsync();

    [Fact]
    public async Task Code_EveryField_IsReadBackAfterReopening()
    {
        await Store.SaveAsync(Code("full"), Now, None);
        await Store.SaveAsync(Bare("bare"), Now, None);
        await _temporary.ReopenAsync();

        Assert.Equal(Code("full"), await Store.FindAsync(KeyHash.Of("full"), None));
        Assert.Equal(Bare("bare"), await Store.FindAsync(KeyHash.Of("bare"), None));
        Assert.Null(await Store.FindAsync(KeyHash.Of("none"), None));
    }

    [Fact]
    public async Task Take_ManyAtOnce_OneGetsIt()
    {
        await Store.SaveAsync(Code("code"), Now, None);

        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Store.TakeAsync(KeyHash.Of("code"), None).AsTask()));

        Assert.Single(taken, isMine => isMine);
        Assert.Null(await Store.FindAsync(KeyHash.Of("code"), None));
    }

    [Fact]
    public async Task Save_ForgetsLongExpiredCodesAndThoseBeyondTheCapacity()
    {
        await Store.SaveAsync(Code("expired"), Now, None);
        await Store.SaveAsync(Code("next") with { ExpiresAt = Now.AddMinutes(20) }, Now.AddMinutes(11), None);
        Assert.Null(await Store.FindAsync(KeyHash.Of("expired"), None));

        await Task.WhenAll(Enumerable.Range(0, AuthorizationRow.Capacity).Select(number => Store.SaveAsync(Code($"code-{number}") with { ExpiresAt = Now.AddMinutes(30) }, Now, None).AsTask()));

        Assert.Null(await Store.FindAsync(KeyHash.Of("next"), None));
        Assert.NotNull(await Store.FindAsync(KeyHash.Of("code-0"), None));
    }

    private static AuthorizationRow Code(string text) => Bare(text) with
    {
        Challenge = new CodeChallenge("abc", ChallengeMethod.S256),
        Draft = new KeyDraft
        {
            Name = "App",
            WorkspaceId = Workspace,
            Limit = new Usd(5),
            LimitReset = LimitReset.Monthly,
            ExpiresAt = Now.AddDays(1),
            CreatorUserId = "ann",
        },
    };

    private static AuthorizationRow Bare(string text) => new()
    {
        Hash = KeyHash.Of(text),
        Draft = new KeyDraft { Name = "it's ü" },
        CreatedAt = Now,
        ExpiresAt = Now.AddMinutes(10),
    };
}
