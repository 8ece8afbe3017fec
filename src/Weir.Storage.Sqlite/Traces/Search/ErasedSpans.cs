using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Traces.Search;

/// <summary>The list of erased spans that an index of words has still to forget.</summary>
internal static class ErasedSpans
{
    private const int AtOnce = 500;

    /// <summary>Some of them, as a JSON list; null when there are none.</summary>
    public static string? Read(ReadConnection connection)
    {
        var spans = new List<long>();
        using var row = connection.Command("SELECT span FROM erased_spans LIMIT $limit").Bind("$limit", (long)AtOnce).ExecuteReader();
        while (row.Read())
        {
            spans.Add(row.GetInt64(0));
        }

        return spans.Count == 0 ? null : StoredIds.ToJson(spans);
    }

    public static void Clear(string spans, SqliteConnection connection)
    {
        using var clear = WriterCommand.Of(connection, "DELETE FROM erased_spans WHERE span IN (SELECT value FROM json_each($spans))");
        _ = clear.Bind("$spans", spans).ExecuteNonQuery();
    }
}
