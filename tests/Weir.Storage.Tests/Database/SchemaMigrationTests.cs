using Weir.Storage.Sqlite.Database;
using Xunit;

namespace Weir.Storage.Tests.Database;

/// <summary>Older files are brought to the newest form, and say how far that is.</summary>
public sealed class SchemaMigrationTests : IDisposable
{
    private static readonly string[] Forms =
    [
        "CREATE TABLE a(n INTEGER); INSERT INTO a(n) WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 300000) SELECT n FROM c",
        "ALTER TABLE a ADD COLUMN m INTEGER; UPDATE a SET m = n * 2; CREATE INDEX a_m ON a(m); CREATE TABLE b(t TEXT DEFAULT 'x'); INSERT INTO b(t) SELECT n FROM a WHERE n < 3; CREATE TABLE c(n INTEGER)",
    ];

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("a.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_OlderFile_RunsEveryStatementOnceAndTellsOfItsPasses()
    {
        _ = SqliteDatabase.Open(Path, Durability.Os, [Forms[0]]);
        var told = new List<MigrationProgress>();

        // A clock on which every look is a long time after the last.
        var database = SqliteDatabase.Open(Path, Durability.Os, Forms, told.Add, new JumpingTime());

        using var connection = database.OpenConnection();
        Assert.Equal(300_000, SqliteDatabase.ReadNumber(connection, "SELECT count(*) FROM a WHERE m = n * 2"));
        Assert.Equal(2, SqliteDatabase.ReadNumber(connection, "SELECT count(*) FROM b"));
        Assert.Equal(0, SqliteDatabase.ReadNumber(connection, "SELECT count(*) FROM c"));
        Assert.Equal(2, SqliteDatabase.ReadNumber(connection, "PRAGMA user_version"));
        Assert.NotEmpty(told);
        Assert.All(told, progress => Assert.Equal(("a.db", 1, 2, 3), (progress.File, progress.From, progress.To, progress.All)));
        Assert.Equal(told.Select(progress => progress.Done).Order(), told.Select(progress => progress.Done));
        Assert.Equal(100, told[^1].Percent);
    }

    [Fact]
    public void Open_NewestFile_TellsNothing()
    {
        _ = SqliteDatabase.Open(Path, Durability.Os, Forms);

        _ = SqliteDatabase.Open(Path, Durability.Os, Forms, _ => Assert.Fail("There is nothing to do."), new JumpingTime());
    }

    [Fact]
    public void Open_MigrationThatFails_LeavesTheFormBefore()
    {
        _ = SqliteDatabase.Open(Path, Durability.Os, [Forms[0]]);

        _ = Assert.ThrowsAny<Exception>(() => SqliteDatabase.Open(Path, Durability.Os, [Forms[0], "CREATE TABLE d(n INTEGER); UPDATE nobody SET n = 1"]));

        using var connection = SqliteDatabase.Open(Path, Durability.Os, Forms).OpenConnection();
        Assert.Equal(0, SqliteDatabase.ReadNumber(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'd'"));
    }

    private sealed class JumpingTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _now += 10;
    }
}
