using Microsoft.Data.Sqlite;
using Weir.Ledger.Organization;
using Weir.Ledger.Workspaces;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes and reads what groups give in workspaces.</summary>
internal static class GroupMappingTable
{
    private const string SaveSql = """
        INSERT INTO group_mappings (id, group_id, workspace_id, role, created_at, updated_at) VALUES ($id, $group_id, $workspace_id, $role, $created_at, $updated_at)
        ON CONFLICT (id) DO UPDATE SET role = excluded.role, updated_at = excluded.updated_at
        """;

    public static void Save(SqliteConnection connection, GroupMappingRow mapping)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SaveSql;
        _ = CommandParameters.Bind(command, "$id", mapping.Id.ToString());
        _ = CommandParameters.Bind(command, "$group_id", mapping.GroupId.ToString());
        _ = CommandParameters.Bind(command, "$workspace_id", mapping.WorkspaceId.ToString());
        _ = CommandParameters.Bind(command, "$role", (int)mapping.Role);
        _ = CommandParameters.Bind(command, "$created_at", SqliteValues.Micros(mapping.CreatedAt));
        _ = CommandParameters.Bind(command, "$updated_at", SqliteValues.Micros(mapping.UpdatedAt));
        _ = command.ExecuteNonQuery();
    }

    public static void Delete(SqliteConnection connection, GroupMappingRow mapping, bool keepMembers, DateTimeOffset now)
    {
        if (keepMembers)
        {
            Keep(connection, mapping, now);
        }

        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM group_mappings WHERE id = $id";
        _ = CommandParameters.Bind(command, "$id", mapping.Id.ToString()).ExecuteNonQuery();
    }

    public static List<GroupMappingRow> ReadAll(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM group_mappings ORDER BY created_at, id";
        using var reader = command.ExecuteReader();
        var mappings = new List<GroupMappingRow>();
        while (reader.Read())
        {
            mappings.Add(new GroupMappingRow
            {
                Id = Guid.Parse(reader.RequiredText("id")),
                GroupId = Guid.Parse(reader.RequiredText("group_id")),
                WorkspaceId = Guid.Parse(reader.RequiredText("workspace_id")),
                Role = (MemberRole)(reader.Number("role") ?? 0),
                CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
                UpdatedAt = SqliteValues.Time(reader.Number("updated_at") ?? 0),
            });
        }

        return mappings;
    }

    // A member by hand of a lower role would lose what the mapping gave.
    private static void Keep(SqliteConnection connection, GroupMappingRow mapping, DateTimeOffset now)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT user_id FROM group_members WHERE group_id = $group";
        using var reader = CommandParameters.Bind(command, "$group", mapping.GroupId.ToString()).ExecuteReader();
        while (reader.Read())
        {
            MemberTable.Raise(connection, new MemberRow
            {
                Id = Guid.CreateVersion7(now),
                WorkspaceId = mapping.WorkspaceId,
                UserId = reader.GetString(0),
                Role = mapping.Role,
                CreatedAt = now,
            });
        }
    }
}
