using Microsoft.Data.Sqlite;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Statements on the writer's connection that are too rare to be kept prepared.</summary>
internal static class WriterCommand
{
    public static SqliteCommand Of(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
