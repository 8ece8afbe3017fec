using Microsoft.Data.Sqlite;
using Weir.Ledger;
using Weir.Ledger.Entries;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;
using Xunit;
using static Weir.Storage.Tests.Ledger.LedgerSamples;

namespace Weir.Storage.Tests.Ledger;

/// <summary>The contract on SQLite, and what only SQLite has: its file.</summary>
public sealed class SqliteLedgerStoreTests : LedgerStoreContract
{
    private const int FirstVersion = 1;
    private const int LastVersionWithCharges = 5;

    private static readonly DateOnly Today = new(2026, 3, 4);

    private readonly TemporaryFolder _folder = new();
    private SqliteLedgerStore? _store;

    private protected override void CleanUp() => _folder.Dispose();

    private protected override Task<ILedgerStore> OpenAsync()
    {
        _store = SqliteLedgerStore.Open(_folder.Path, Durability.Disk);
        return Task.FromResult<ILedgerStore>(_store);
    }

    private protected override async Task CloseAsync() => await _store!.DisposeAsync();

    [Fact]
    public async Task Open_NewerSchema_IsRefusedInOneLine()
    {
        await CloseAsync();
        Execute("PRAGMA user_version=99");

        var refusal = Assert.Throws<InvalidDataException>(() => SqliteLedgerStore.Open(_folder.Path, Durability.Disk));

        Assert.Contains($"a newer Weir (schema 99, this one knows {LedgerSchema.Migrations.Length})", refusal.Message, StringComparison.Ordinal);
        Execute($"PRAGMA user_version={LedgerSchema.Migrations.Length}");
        _ = await OpenAsync();
    }

    [Fact]
    public async Task Settle_RefusedByTheDatabase_FailsAsIOWithNothingStoredAndRecovers()
    {
        // The charge fails after the generation has been inserted: both or neither.
        Execute("CREATE TRIGGER full BEFORE INSERT ON entries BEGIN SELECT RAISE(FAIL, 'disk full'); END");

        var failure = await Assert.ThrowsAsync<IOException>(async () => await Store.SettleAsync(Generation(), Today));

        Assert.Contains("disk full", failure.Message, StringComparison.Ordinal);
        Assert.Null(await Store.FindGenerationAsync(Generation().Id, Workspace, CancellationToken.None));
        Assert.Empty(await Store.ReadUsageAsync(Today, CancellationToken.None));
        Execute("DROP TRIGGER full");
        await Store.SettleAsync(Generation(), Today);
        Assert.NotNull(await Store.FindGenerationAsync(Generation().Id, Workspace, CancellationToken.None));
    }

    [Fact]
    public async Task SaveKey_RefusedByTheDatabase_LeavesTheVersion()
    {
        var before = await Store.ReadKeysVersionAsync(CancellationToken.None);
        Execute("CREATE TRIGGER full BEFORE INSERT ON keys BEGIN SELECT RAISE(FAIL, 'disk full'); END");

        _ = await Assert.ThrowsAsync<IOException>(async () => await Store.SaveKeyAsync(Key(), CancellationToken.None));

        Assert.Equal(before, await Store.ReadKeysVersionAsync(CancellationToken.None));
        Assert.Empty(await Store.ReadKeysAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Settle_AfterClose_FailsAsIO()
    {
        await CloseAsync();

        _ = await Assert.ThrowsAsync<IOException>(async () => await Store.SettleAsync(Generation(), Today));
    }

    [Fact]
    public async Task Close_Twice_AndReadAfterwards_DoesNotWaitForEver()
    {
        await CloseAsync();

        await _store!.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

        var failure = await Record.ExceptionAsync(async () => await Store.ReadKeysAsync(CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(failure is not null and not TimeoutException, failure?.ToString());
    }

    [Fact]
    public async Task Close_LeavesOneFile()
    {
        await Store.SettleAsync(Generation(), Today);

        await CloseAsync();

        Assert.Equal(["weir.db"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Open_FolderOfTheFirstVersion_GetsTheTablesItLacks()
    {
        await Store.SaveKeyAsync(Key(), CancellationToken.None);
        await CloseAsync();
        OldLedger.Make(_folder.File("weir.db"), FirstVersion);

        _ = await OpenAsync();
        await _store!.Sessions.SaveSessionAsync(Session(), CancellationToken.None);

        Assert.Equal([Session()], await _store.Sessions.ReadSessionsAsync(Now, CancellationToken.None));
        Assert.Equal([Key()], await _store.ReadKeysAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Open_FolderWithChargesOfOldForm_MakesThemEntries()
    {
        await Store.SettleAsync(Generation(), Today);
        await Store.SettleAsync(Generation("gen-2", 5), Today.AddDays(-1));
        await CloseAsync();
        OldLedger.Make(
            _folder.File("weir.db"),
            LastVersionWithCharges,
            "INSERT INTO charges (generation_id, key_hash, day, nanos) SELECT generation_id, actor, day, -nanos FROM newer.entries");

        _ = await OpenAsync();

        Assert.Empty(LedgerAudit.Problems(await _store!.Entries.ReadSumsAsync(CancellationToken.None)));
        Assert.Equal(new Usd(78), await _store.Entries.ReadChargedAsync(CancellationToken.None));
        Assert.Equal(new Usd(73), (await _store.Workspaces.ReadUsageAsync(Today, CancellationToken.None))[Workspace].Daily);
    }

    [Theory]
    [InlineData("UPDATE entries SET nanos = -1")]
    [InlineData("DELETE FROM entries")]
    [InlineData("INSERT INTO entries (kind, nanos, day, at, workspace_id, generation_id, actor) SELECT 2, 74, day, at, workspace_id, generation_id, actor FROM entries")]
    public async Task Entries_AreNeitherChangedNorDeleted(string sql)
    {
        await Store.SettleAsync(Generation(), Today);

        Assert.Contains("never", Assert.Throws<SqliteException>(() => Execute(sql)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE key_days SET nanos = nanos + 1", "the days of the keys")]
    [InlineData("UPDATE workspace_days SET nanos = nanos - 1", "the days of the workspaces")]
    [InlineData("UPDATE generations SET charge_nanos = 1 WHERE charge_nanos > 0", "generations")]
    [InlineData("DELETE FROM generations", "belong together")]
    [InlineData("UPDATE key_days SET byok_nanos = 1", "the days of the keys")]
    [InlineData("UPDATE workspace_days SET byok_nanos = 1", "the days of the workspaces")]
    [InlineData("DROP TRIGGER refunds_stay_within_their_charge; INSERT INTO entries (kind, nanos, day, at, workspace_id, generation_id, actor) SELECT 2, 99, day, at, workspace_id, generation_id, actor FROM entries", "more was given back")]
    public async Task Audit_OfADamagedLedger_NamesThePlace(string damage, string place)
    {
        await Store.SettleAsync(Generation(), Today);
        Assert.Empty(LedgerAudit.Problems(SqliteEntryStore.TryReadSums(_folder.Path, out _)!));

        Execute(damage);

        Assert.Contains(LedgerAudit.Problems(SqliteEntryStore.TryReadSums(_folder.Path, out _)!), problem => problem.Contains(place, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TryReadSums_NoLedgerOrAnotherForm_SaysWhy()
    {
        Assert.Null(SqliteEntryStore.TryReadSums(_folder.File("elsewhere"), out var missing));
        Assert.Null(missing);

        await CloseAsync();
        Execute("PRAGMA user_version=1");

        Assert.Null(SqliteEntryStore.TryReadSums(_folder.Path, out var other));
        Assert.Contains("another version", other, StringComparison.Ordinal);
        Execute($"PRAGMA user_version={LedgerSchema.Migrations.Length}");
        _ = await OpenAsync();
    }

    [Fact]
    public async Task Redeem_SessionRefusedByTheDatabase_LeavesTheLinkGood()
    {
        await _store!.Sessions.SaveLoginLinkAsync(Link(), Now, CancellationToken.None);
        Execute("CREATE TRIGGER full BEFORE INSERT ON sessions BEGIN SELECT RAISE(FAIL, 'disk full'); END");

        _ = await Assert.ThrowsAsync<IOException>(async () => await _store.Sessions.RedeemLoginLinkAsync(Link().Hash, Session(), CancellationToken.None));

        Execute("DROP TRIGGER full");
        Assert.NotNull(await _store.Sessions.RedeemLoginLinkAsync(Link().Hash, Session(), CancellationToken.None));
    }

    [Fact]
    public async Task Settle_Charge_IsOnTheDiskWhenItReturns()
    {
        await Store.SettleAsync(Generation(), Today);

        using var connection = new SqliteConnection($"Data Source={_folder.File("weir.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT count(*) FROM generations) || ' ' || (SELECT sum(nanos) FROM entries) || ' ' || (SELECT sum(nanos) FROM key_days)";
        Assert.Equal("1 -73 73", command.ExecuteScalar());
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("weir.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }
}
