using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Traces.Follow;

/// <summary>How far those are who follow behind the spans, by the number of the last span they are done with.</summary>
internal static class FollowerPlaces
{
    /// <summary>The largest number of a span that was ever erased: numbers are not given again, since followers are past them.</summary>
    public const string Erased = "erased";

    public const string Rollups = "rollups";

    // Not a span's number: how often spans were taken out of the rollups.
    private const string Withdrawals = "withdrawals";

    /// <summary>How often spans were taken out of the rollups: another number than before says that what was read of them may not hold any more.</summary>
    public const string WithdrawalsSql = $"SELECT coalesce(max(place), 0) FROM followers WHERE name = '{Withdrawals}'";

    public static void CountWithdrawal(SqliteConnection connection)
    {
        using var count = WriterCommand.Of(connection, $"INSERT INTO followers(name, place) VALUES('{Withdrawals}', 1) ON CONFLICT(name) DO UPDATE SET place = place + 1");
        _ = count.ExecuteNonQuery();
    }

    public static void Write(string name, long place, SqliteConnection connection)
    {
        using var write = WriterCommand.Of(
            connection, "INSERT INTO followers(name, place) VALUES($name, $place) ON CONFLICT(name) DO UPDATE SET place = max(place, excluded.place)");
        _ = write.Bind("$name", name).Bind("$place", place).ExecuteNonQuery();
    }

    /// <summary>The number that the next span gets.</summary>
    public static long ReadNextSpan(SqliteConnection connection)
    {
        using var read = WriterCommand.Of(
            connection, $"SELECT 1 + max((SELECT coalesce(max(id), 0) FROM spans), (SELECT coalesce(max(place), 0) FROM followers WHERE name <> '{Withdrawals}'))");
        return (long)read.ExecuteScalar()!;
    }
}
