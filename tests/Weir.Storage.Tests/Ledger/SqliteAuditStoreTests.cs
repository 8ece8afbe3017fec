using Microsoft.Data.Sqlite;
using Weir.Ledger.Audit;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;
using Weir.Storage.Sqlite.Ledger.Migrations;
using Xunit;

namespace Weir.Storage.Tests.Ledger;

/// <summary>The log of administrative changes.</summary>
public sealed class SqliteAuditStoreTests : IDisposable
{
    private const string Changes = """[{"field":"limit","old":1,"new":2.5,"omitted":null}]""";

    private static readonly AuditQuery All = new() { Limit = 10 };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task End_WithChanges_AreThereAfterARestart()
    {
        await using (var store = SqliteLedgerStore.Open(_folder.Path, Durability.Disk))
        {
            var id = await BeginAsync(store);
            await store.Audit.EndAsync(id, 200, Changes);
        }

        await using var again = SqliteLedgerStore.Open(_folder.Path, Durability.Disk);
        var row = Assert.Single(await again.Audit.ReadAsync(All, TestContext.Current.CancellationToken));
        Assert.Equal((200, Changes), (row.Status, row.Changes));
    }

    [Fact]
    public async Task Open_LogOfAnOlderVersion_HasNoChanges_AndTakesThem()
    {
        await using (var store = SqliteLedgerStore.Open(_folder.Path, Durability.Disk))
        {
            await store.Audit.EndAsync(await BeginAsync(store), 200, null);
        }

        MakeOld();

        await using var newer = SqliteLedgerStore.Open(_folder.Path, Durability.Disk);
        Assert.Null(Assert.Single(await newer.Audit.ReadAsync(All, TestContext.Current.CancellationToken)).Changes);
        await newer.Audit.EndAsync(await BeginAsync(newer), 200, Changes);
        Assert.Equal(Changes, (await newer.Audit.ReadAsync(All, TestContext.Current.CancellationToken))[0].Changes);
    }

    // As the version before the column left it.
    private void MakeOld()
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("weir.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"ALTER TABLE audit DROP COLUMN changes; PRAGMA user_version = {Array.IndexOf(LedgerSchema.Migrations, AuditChanges.Sql)}";
        _ = command.ExecuteNonQuery();
    }

    private static ValueTask<long> BeginAsync(SqliteLedgerStore store) => store.Audit.BeginAsync(
        new AuditRow { At = DateTimeOffset.UnixEpoch, Actor = "ada", Method = "PATCH", Path = "/api/v1/keys/x" }, TestContext.Current.CancellationToken);
}
