using Microsoft.Data.Sqlite;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Keeps the writer's statements compiled. One thread; bounded by the number of statements in the source.</summary>
internal sealed class PreparedCommands
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>A statement with its parameters declared, ready to bind.</summary>
    public SqliteCommand Get(SqliteConnection connection, string sql, ReadOnlySpan<string> parameters)
    {
        if (_commands.TryGetValue(sql, out var known) && known.Connection == connection)
        {
            return known;
        }

        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            _ = command.Parameters.AddWithValue("$" + name, DBNull.Value);
        }

        command.Prepare();
        _commands[sql] = command;
        return command;
    }
}
