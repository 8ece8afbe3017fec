using Microsoft.Data.Sqlite;

namespace Weir.Storage.Sqlite.Database;

/// <summary>Sets parameters of statements that are used again and again.</summary>
public static class CommandParameters
{
    /// <summary>Sets a parameter, adding it the first time; null is SQL NULL.</summary>
    public static SqliteCommand Bind(this SqliteCommand command, string name, object? value)
    {
        var index = command.Parameters.IndexOf(name);
        if (index < 0)
        {
            _ = command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
        else
        {
            command.Parameters[index].Value = value ?? DBNull.Value;
        }

        return command;
    }
}
