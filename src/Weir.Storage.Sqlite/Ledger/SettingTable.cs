using Microsoft.Data.Sqlite;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes and reads the settings of the installation.</summary>
internal static class SettingTable
{
    public static string? Read(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM settings WHERE name = $name";
        _ = command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() as string;
    }

    public static void Write(SqliteConnection connection, string name, string value) =>
        Execute(connection, "INSERT OR REPLACE INTO settings (name, value) VALUES ($name, $value)", name, value);

    /// <summary>Writes a setting that has no value yet.</summary>
    public static void WriteFirst(SqliteConnection connection, string name, string value) =>
        Execute(connection, "INSERT OR IGNORE INTO settings (name, value) VALUES ($name, $value)", name, value);

    private static void Execute(SqliteConnection connection, string sql, string name, string value)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.Parameters.AddWithValue("$name", name);
        _ = command.Parameters.AddWithValue("$value", value);
        _ = command.ExecuteNonQuery();
    }
}
