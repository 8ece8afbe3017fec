using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Writes projects on the writer's connection.</summary>
internal static class ProjectWriter
{
    public static ProjectRow? Create(Guid workspaceId, string name, string? description, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(
            connection, "INSERT INTO projects(workspace, name, description) VALUES($workspace, $name, $description) ON CONFLICT DO NOTHING RETURNING id");
        return command
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$name", name)
            .Bind("$description", description)
            .ExecuteScalar() is long id ? new ProjectRow(id, workspaceId, name) { Description = description } : null;
    }

    public static void Describe(long id, string? description, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(connection, "UPDATE projects SET description = $description WHERE id = $id");
        _ = command.Bind("$id", id).Bind("$description", description).ExecuteNonQuery();
    }

    /// <summary>Takes away a project that shows nothing any more.</summary>
    public static void EraseEmpty(long id, SqliteConnection connection)
    {
        using var isEmpty = WriterCommand.Of(
            connection, "SELECT NOT EXISTS(SELECT 1 FROM spans WHERE project = $id) AND NOT EXISTS(SELECT 1 FROM traces WHERE shown = $id OR project = $id)");
        if (isEmpty.Bind("$id", id).ExecuteScalar() is not 1L)
        {
            return;
        }

        using var erase = WriterCommand.Of(
            connection,
            "DELETE FROM sessions WHERE project = $id; DELETE FROM project_annotation_configs WHERE project = $id; DELETE FROM projects WHERE id = $id");
        _ = erase.Bind("$id", id).ExecuteNonQuery();
    }
}
