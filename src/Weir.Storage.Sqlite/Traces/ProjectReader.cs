using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads projects.</summary>
internal static class ProjectReader
{
    public static ProjectPage List(ProjectQuery query, ReadConnection connection)
    {
        // instr and not LIKE: a name may contain % and _. lower() folds ASCII, which is what SQLite has.
        using var row = connection.Command(
            """
            SELECT id, name, description FROM projects
            WHERE workspace = $workspace AND id >= $from AND ($part IS NULL OR instr(lower(name), lower($part)) > 0)
            ORDER BY id LIMIT $limit
            """)
            .Bind("$workspace", StoredIds.ToBlob(query.WorkspaceId))
            .Bind("$from", query.FromId ?? 0)
            .Bind("$part", query.NameContains)
            .Bind("$limit", query.Limit + 1L)
            .ExecuteReader();

        var projects = ImmutableArray.CreateBuilder<ProjectRow>();
        while (row.Read())
        {
            if (projects.Count == query.Limit)
            {
                return new ProjectPage(projects.ToImmutable(), row.GetInt64(0));
            }

            projects.Add(Read(row, query.WorkspaceId));
        }

        return new ProjectPage(projects.ToImmutable(), null);
    }

    public static ProjectRow? Find(Guid workspaceId, long id, ReadConnection connection) =>
        ReadOne(workspaceId, connection.Command("SELECT id, name, description FROM projects WHERE workspace = $workspace AND id = $id").Bind("$id", id));

    public static ProjectRow? Find(Guid workspaceId, string name, ReadConnection connection) =>
        ReadOne(workspaceId, connection.Command("SELECT id, name, description FROM projects WHERE workspace = $workspace AND name = $name").Bind("$name", name));

    private static ProjectRow? ReadOne(Guid workspaceId, SqliteCommand command)
    {
        using var row = command.Bind("$workspace", StoredIds.ToBlob(workspaceId)).ExecuteReader();
        return row.Read() ? Read(row, workspaceId) : null;
    }

    private static ProjectRow Read(SqliteDataReader row, Guid workspaceId) =>
        new(row.GetInt64(0), workspaceId, row.GetString(1)) { Description = StoredSpanReader.ReadText(row, 2) };
}
