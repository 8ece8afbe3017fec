using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Annotations;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads and writes annotation configurations and which projects they are assigned to.</summary>
internal static class AnnotationConfigs
{
    public static IReadOnlyList<AnnotationConfigRow> List(Guid workspaceId, long? projectId, long fromId, int limit, ReadConnection connection)
    {
        var configs = new List<AnnotationConfigRow>();
        using var row = connection.Command(
            """
            SELECT id, name, body FROM annotation_configs
            WHERE workspace = $workspace AND id >= $from
              AND ($project IS NULL OR id IN (SELECT config FROM project_annotation_configs WHERE project = $project))
            ORDER BY id LIMIT $limit
            """)
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$project", projectId)
            .Bind("$from", fromId)
            .Bind("$limit", (long)limit)
            .ExecuteReader();
        while (row.Read())
        {
            configs.Add(new AnnotationConfigRow(row.GetInt64(0), workspaceId, row.GetString(1), row.GetString(2)));
        }

        return configs;
    }

    public static AnnotationConfigRow? Find(Guid workspaceId, long? id, string? name, ReadConnection connection)
    {
        using var row = connection.Command("SELECT id, name, body FROM annotation_configs WHERE workspace = $workspace AND (id = $id OR name = $name)")
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$id", id)
            .Bind("$name", name)
            .ExecuteReader();
        return row.Read() ? new AnnotationConfigRow(row.GetInt64(0), workspaceId, row.GetString(1), row.GetString(2)) : null;
    }

    public static long? Write(AnnotationConfigRow config, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(connection, config.Id == 0
            ? "INSERT INTO annotation_configs(workspace, name, body) VALUES($workspace, $name, $body) ON CONFLICT DO NOTHING RETURNING id"
            : "UPDATE OR IGNORE annotation_configs SET name = $name, body = $body WHERE id = $id AND workspace = $workspace RETURNING id");
        return command
            .Bind("$workspace", StoredIds.ToBlob(config.WorkspaceId))
            .Bind("$id", config.Id)
            .Bind("$name", config.Name)
            .Bind("$body", config.Body)
            .ExecuteScalar() as long?;
    }

    public static void Delete(long id, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(connection, "DELETE FROM project_annotation_configs WHERE config = $id; DELETE FROM annotation_configs WHERE id = $id");
        _ = command.Bind("$id", id).ExecuteNonQuery();
    }

    public static void Assign(long projectId, IReadOnlyList<long> configs, SqliteConnection connection)
    {
        using var clear = WriterCommand.Of(connection, "DELETE FROM project_annotation_configs WHERE project = $project");
        _ = clear.Bind("$project", projectId).ExecuteNonQuery();
        foreach (var config in configs)
        {
            Assign(projectId, config, connection);
        }
    }

    public static void Assign(long projectId, long config, SqliteConnection connection)
    {
        using var assign = WriterCommand.Of(connection, "INSERT OR IGNORE INTO project_annotation_configs(project, config) VALUES($project, $config)");
        _ = assign.Bind("$project", projectId).Bind("$config", config).ExecuteNonQuery();
    }

    public static void Unassign(long projectId, long config, SqliteConnection connection)
    {
        using var unassign = WriterCommand.Of(connection, "DELETE FROM project_annotation_configs WHERE project = $project AND config = $config");
        _ = unassign.Bind("$project", projectId).Bind("$config", config).ExecuteNonQuery();
    }
}
