using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Weir.Ledger.Workspaces;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes the members that were added by hand, and reads all there are.</summary>
internal static class MemberTable
{
    private const string AddSql =
        "INSERT OR IGNORE INTO members (workspace_id, user_id, id, role, created_at) VALUES ($workspace_id, $user_id, $id, $role, $created_at)";

    private const string InsertSql = "INSERT INTO members (workspace_id, user_id, id, role, created_at) VALUES ($workspace_id, $user_id, $id, $role, $created_at)";

    public static List<MemberRow> Add(SqliteConnection connection, IReadOnlyList<MemberRow> members)
    {
        using var command = connection.CreateCommand();
        command.CommandText = AddSql;
        return [.. members.Where(member => BindAll(command, member).ExecuteNonQuery() == 1)];
    }

    public static void Save(SqliteConnection connection, MemberRow member)
    {
        using var command = connection.CreateCommand();
        command.CommandText = InsertSql + " ON CONFLICT DO UPDATE SET role = excluded.role";
        _ = BindAll(command, member).ExecuteNonQuery();
    }

    /// <summary>Adds a member, or lifts the role of one who has a lower one.</summary>
    public static void Raise(SqliteConnection connection, MemberRow member)
    {
        using var command = connection.CreateCommand();
        command.CommandText = InsertSql + " ON CONFLICT DO UPDATE SET role = MAX(role, excluded.role)";
        _ = BindAll(command, member).ExecuteNonQuery();
    }

    public static int Remove(SqliteConnection connection, Guid workspaceId, IReadOnlyList<string> userIds)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM members WHERE workspace_id = $workspace_id AND user_id = $user_id";
        _ = CommandParameters.Bind(command, "$workspace_id", workspaceId.ToString());
        return userIds.Sum(user => CommandParameters.Bind(command, "$user_id", user).ExecuteNonQuery());
    }

    /// <summary>The members of a workspace, or of all when none is named; those first who joined first.</summary>
    public static List<MemberRow> ReadAll(SqliteConnection connection, Guid? workspaceId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM memberships WHERE $workspace_id IS NULL OR workspace_id = $workspace_id ORDER BY created_at, user_id";
        _ = CommandParameters.Bind(command, "$workspace_id", workspaceId?.ToString());
        using var reader = command.ExecuteReader();
        var members = new List<MemberRow>();
        while (reader.Read())
        {
            var (workspace, user) = (Guid.Parse(reader.RequiredText("workspace_id")), reader.RequiredText("user_id"));
            members.Add(new MemberRow
            {
                Id = reader.Text("id") is { } id ? Guid.Parse(id) : DerivedId(workspace, user),
                WorkspaceId = workspace,
                UserId = user,
                Role = (MemberRole)(reader.Number("role") ?? 0),
                Source = (MemberSource)(reader.Number("source") ?? 0),
                CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
            });
        }

        return members;
    }

    private static SqliteCommand BindAll(SqliteCommand command, MemberRow member)
    {
        _ = CommandParameters.Bind(command, "$workspace_id", member.WorkspaceId.ToString());
        _ = CommandParameters.Bind(command, "$user_id", member.UserId);
        _ = CommandParameters.Bind(command, "$id", member.Id.ToString());
        _ = CommandParameters.Bind(command, "$role", (int)member.Role);
        return CommandParameters.Bind(command, "$created_at", SqliteValues.Micros(member.CreatedAt));
    }

    // A membership that is not stored has an id too, the same each time: a UUID of version 8, which is for names of one's own making.
    private static Guid DerivedId(Guid workspace, string user)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{workspace} {user}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
