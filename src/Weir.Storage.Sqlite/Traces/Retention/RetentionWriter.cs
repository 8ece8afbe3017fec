using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Rollups;

namespace Weir.Storage.Sqlite.Traces.Retention;

/// <summary>Carries out on the writer's connection what retention has decided.</summary>
internal static class RetentionWriter
{
    private const long SecondsPerDay = 86_400;
    private const int RowsAtOnce = 1000;

    // 4 MiB: a page that moves is written twice, and others wait for it.
    private const int PagesAtOnce = 1000;

    // Free pages are used again, so a file that keeps its size needs none given back: this much may lie idle.
    private const long IdleShare = 10;
    private const long IdlePages = 4096;

    private static readonly string PersonalSeries = string.Join(", ", RollupSeries.All.Where(series => series.IsPersonal).Select(series => series.Number));

    /// <summary>Erases spans. What is kept of them in numbers stays: it says what was spent, and holds no text.</summary>
    public static void Erase(RetentionPlan plan, SqliteConnection connection)
    {
        foreach (var workspace in plan.Spans.GroupBy(entry => Convert.ToHexString(entry.Workspace), StringComparer.Ordinal))
        {
            SpanEraser.Erase([.. workspace.SelectMany(entry => entry.Spans)], Convert.FromHexString(workspace.Key), connection);
        }
    }

    /// <summary>Erases numbers by user and session from before the oldest trace, and gives room back to the disk; true when there is more of either.</summary>
    public static bool Tidy(RetentionPlan plan, SqliteConnection connection)
    {
        var erased = 0;
        if (plan.OldestSecond is { } oldest)
        {
            using var erase = WriterCommand.Of(
                connection,
                $"""
                DELETE FROM rollups WHERE (project, series, start, value) IN
                    (SELECT project, series, start, value FROM rollups WHERE series IN ({PersonalSeries}) AND start < $before AND project IN (SELECT id FROM projects) LIMIT $limit)
                """);
            erased = erase.Bind("$before", oldest - SecondsPerDay).Bind("$limit", (long)RowsAtOnce).ExecuteNonQuery();
        }

        return GiveBack(connection) || erased == RowsAtOnce;
    }

    private static bool GiveBack(SqliteConnection connection)
    {
        var free = SqliteDatabase.ReadNumber(connection, "PRAGMA freelist_count");
        if (free <= Math.Max(IdlePages, SqliteDatabase.ReadNumber(connection, "PRAGMA page_count") / IdleShare))
        {
            return false;
        }

        // A row for each page: reading them all is what does it.
        using var vacuum = WriterCommand.Of(connection, $"PRAGMA incremental_vacuum({PagesAtOnce})");
        using var row = vacuum.ExecuteReader();
        while (row.Read())
        {
        }

        return true;
    }
}
