using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Xunit;

namespace Weir.Storage.Tests.Database;

/// <summary>The one writer of a file.</summary>
public sealed class GroupCommitWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;

    public GroupCommitWriterTests() =>
        _database = SqliteDatabase.Open(_folder.File("test.db"), Durability.Os, ["CREATE TABLE t(n INTEGER PRIMARY KEY)"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Write_FailingItemInAGroup_FailsAlone()
    {
        await using var writer = new GroupCommitWriter(_database, 64);
        using var hold = new ManualResetEventSlim();
        var first = writer.WriteAsync(_ => hold.Wait(TimeSpan.FromSeconds(30)), CancellationToken.None);
        var good = writer.WriteAsync(connection => Insert(connection, 1), CancellationToken.None);
        var bad = writer.WriteAsync(_ => throw new InvalidOperationException("no"), CancellationToken.None);
        var alsoGood = writer.WriteAsync(connection => Insert(connection, 2), CancellationToken.None);

        hold.Set();
        await Task.WhenAll(first, good, alsoGood);

        var failure = await Assert.ThrowsAsync<IOException>(() => bad);
        Assert.Contains("no", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, Count());
    }

    [Fact]
    public async Task Dispose_CommitsWhatIsQueued()
    {
        var writer = new GroupCommitWriter(_database, 64);
        var writes = Enumerable.Range(1, 20).Select(n => writer.WriteAsync(connection => Insert(connection, n), CancellationToken.None)).ToArray();

        await writer.DisposeAsync();

        await Task.WhenAll(writes);
        Assert.Equal(20, Count());
    }

    [Fact]
    public async Task Write_AfterDispose_FailsAsIO()
    {
        var writer = new GroupCommitWriter(_database, 64);
        await writer.DisposeAsync();
        await writer.DisposeAsync();

        _ = await Assert.ThrowsAsync<IOException>(() => writer.WriteAsync(connection => Insert(connection, 1), CancellationToken.None));
    }

    [Fact]
    public async Task Read_LongerThanItsBudget_IsStopped()
    {
        using var pool = new ReadPool(_database, 1, TimeSpan.FromMilliseconds(20), TimeProvider.System);
        const string Endless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c";

        _ = await Assert.ThrowsAsync<TimeoutException>(async () => await pool.ReadAsync(connection => connection.Command(Endless).ExecuteScalar(), CancellationToken.None));

        Assert.Equal(1L, await pool.ReadAsync(connection => connection.Command("SELECT 1").ExecuteScalar(), CancellationToken.None));
    }

    [Fact]
    public async Task Read_Writing_IsRefused()
    {
        using var pool = new ReadPool(_database, 1, TimeSpan.FromSeconds(10), TimeProvider.System);

        _ = await Assert.ThrowsAsync<SqliteException>(async () => await pool.ReadAsync(connection => connection.Command("DELETE FROM t").ExecuteNonQuery(), CancellationToken.None));
    }

    private static void Insert(SqliteConnection connection, int number)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO t VALUES($n)";
        _ = command.Bind("$n", (long)number).ExecuteNonQuery();
    }

    private long Count()
    {
        using var connection = _database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM t";
        return (long)command.ExecuteScalar()!;
    }
}
