using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Storage.Tests.Ledger;

/// <summary>Makes of a closed ledger one as an older version would have left it: that version's own tables, with the rows and columns it had.</summary>
internal static class OldLedger
{
    /// <param name="path">The file; it is replaced.</param>
    /// <param name="version">How many migrations the older version had.</param>
    /// <param name="alsoCopy">Fills tables that the present version does not have any more; <c>newer</c> is the present one.</param>
    public static void Make(string path, int version, string? alsoCopy = null)
    {
        var newer = path + ".newer";
        File.Move(path, newer);
        _ = SqliteDatabase.Open(path, Durability.Os, LedgerSchema.Migrations[..version]);
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            Execute(connection, $"ATTACH DATABASE '{newer}' AS newer");
            foreach (var table in Names(connection, "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name IN (SELECT name FROM newer.sqlite_master)"))
            {
                var columns = string.Join(", ", Names(connection, $"SELECT name FROM pragma_table_info('{table}', 'main')"));
                Execute(connection, $"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}");
            }

            if (alsoCopy is not null)
            {
                Execute(connection, alsoCopy);
            }
        }

        File.Delete(newer);
    }

    private static List<string> Names(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }
}
