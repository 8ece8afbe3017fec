using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Follow;

namespace Weir.Storage.Sqlite.Traces.Search;

/// <summary>The file that the index of words lies in, beside the spans it is made from.</summary>
/// <remarks>
/// A file of its own, so that indexing and storing do not wait for each other, and so that it can be thrown away: it is made again from
/// the spans whenever it is missing, damaged, newer than this program, or of other spans.
/// </remarks>
internal static class TextIndexFile
{
    // detail=none: which spans have a word, and nothing else. A span's words come each once, and need not come in their order.
    private static readonly IReadOnlyList<string> Migrations =
    [
        """
        CREATE VIRTUAL TABLE words USING fts5(body, content='', contentless_delete=1, detail=none, tokenize='ascii');
        CREATE TABLE state(identity INTEGER NOT NULL, place INTEGER NOT NULL) STRICT
        """,
    ];

    public static string PathBeside(string traces) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(traces))!, Path.GetFileNameWithoutExtension(traces) + ".texts.db");

    /// <summary>Opens the index of a store, a new one when what is there is not it.</summary>
    public static SqliteDatabase Open(string path, SqliteConnection traces)
    {
        if (TryOpen(path, traces) is { } database)
        {
            return database;
        }

        Delete(path);
        return TryOpen(path, traces) ?? throw new IOException($"The index of words, {path}, cannot be made.");
    }

    public static void Delete(string path)
    {
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(path + suffix);
        }
    }

    private static SqliteDatabase? TryOpen(string path, SqliteConnection traces)
    {
        try
        {
            // What a crash of the machine takes from it is indexed again: how far it is lies in the same file.
            var database = SqliteDatabase.Open(path, Durability.Os, Migrations);
            using var connection = database.OpenConnection();
            var identity = SqliteDatabase.ReadNumber(traces, "SELECT identity FROM store");
            if (SqliteDatabase.ReadNumber(connection, "SELECT count(*) FROM state") == 0)
            {
                using var begin = WriterCommand.Of(connection, "INSERT INTO state(identity, place) VALUES($identity, 0)");
                _ = begin.Bind("$identity", identity).ExecuteNonQuery();
            }

            // Ahead of the spans: they were put back from an older copy.
            return SqliteDatabase.ReadNumber(connection, "SELECT identity FROM state") == identity
                && SqliteDatabase.ReadNumber(connection, "SELECT place FROM state") < FollowerPlaces.ReadNextSpan(traces)
                ? database
                : null;
        }
        catch (Exception unusable) when (unusable is SqliteException or InvalidDataException)
        {
            return null;
        }
    }
}
