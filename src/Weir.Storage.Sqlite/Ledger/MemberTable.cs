using Microsoft.Data.Sqlite;
using Weir.Ledger.Workspaces;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes and reads the members of workspaces.</summary>
internal static class MemberTable
{
    private const string AddSql =
        "INSERT OR IGNORE INTO members (workspace_id, user_id, id, role, created_at) VALUES ($workspace_id, $user_id, $id, $role, $created_at)";

    public static List<MemberRow> Add(SqliteConnection connection, IReadOnlyList<MemberRow> members)
    {
        using var command = connection.CreateCommand();
        command.CommandText = AddSql;
        var added = new List<MemberRow>();
        foreach (var member in members)
        {
            _ = CommandParameters.Bind(command, "$workspace_id", member.WorkspaceId.ToString());
            _ = CommandParameters.Bind(command, "$user_id", member.UserId);
            _ = CommandParameters.Bind(command, "$id", member.Id.ToString());
            _ = CommandParameters.Bind(command, "$role", (int)member.Role);
            _ = CommandParameters.Bind(command, "$created_at", SqliteValues.Micros(member.CreatedAt));
            if (command.ExecuteNonQuery() == 1)
            {
                added.Add(member);
            }
        }

        return added;
    }

    public static int Remove(SqliteConnection connection, Guid workspaceId, IReadOnlyList<string> userIds)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM members WHERE workspace_id = $workspace_id AND user_id = $user_id";
        _ = CommandParameters.Bind(command, "$workspace_id", workspaceId.ToString());
        return userIds.Sum(user => CommandParameters.Bind(command, "$user_id", user).ExecuteNonQuery());
    }

    public static List<MemberRow> ReadAll(SqliteConnection connection, Guid workspaceId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM members WHERE workspace_id = $workspace_id ORDER BY created_at, user_id";
        _ = CommandParameters.Bind(command, "$workspace_id", workspaceId.ToString());
        using var reader = command.ExecuteReader();
        var members = new List<MemberRow>();
        while (reader.Read())
        {
            members.Add(new MemberRow
            {
                Id = Guid.Parse(reader.RequiredText("id")),
                WorkspaceId = workspaceId,
                UserId = reader.RequiredText("user_id"),
                Role = (MemberRole)(reader.Number("role") ?? 0),
                CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
            });
        }

        return members;
    }
}
