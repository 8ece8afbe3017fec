using Microsoft.Data.Sqlite;
using Weir.Ledger.Organization;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes and reads groups and who is in them.</summary>
internal static class GroupTable
{
    private const string SaveSql = """
        INSERT INTO user_groups (id, display_name, external_id, source, created_at, updated_at) VALUES ($id, $display_name, $external_id, $source, $created_at, $updated_at)
        ON CONFLICT (id) DO UPDATE SET display_name = excluded.display_name, external_id = excluded.external_id, updated_at = excluded.updated_at
        """;

    public static void Save(SqliteConnection connection, GroupRow group)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SaveSql;
        _ = CommandParameters.Bind(command, "$id", group.Id.ToString());
        _ = CommandParameters.Bind(command, "$display_name", group.DisplayName);
        _ = CommandParameters.Bind(command, "$external_id", group.ExternalId);
        _ = CommandParameters.Bind(command, "$source", (int)group.Source);
        _ = CommandParameters.Bind(command, "$created_at", SqliteValues.Micros(group.CreatedAt));
        _ = CommandParameters.Bind(command, "$updated_at", SqliteValues.Micros(group.UpdatedAt));
        _ = command.ExecuteNonQuery();
    }

    public static void Delete(SqliteConnection connection, Guid id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM group_members WHERE group_id = $id; DELETE FROM group_mappings WHERE group_id = $id; DELETE FROM user_groups WHERE id = $id";
        _ = CommandParameters.Bind(command, "$id", id.ToString()).ExecuteNonQuery();
    }

    public static void SetMembers(SqliteConnection connection, Guid group, IReadOnlyCollection<string> users, DateTimeOffset now)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT user_id FROM group_members WHERE group_id = $group";
        _ = CommandParameters.Bind(command, "$group", group.ToString());
        var gone = ReadTexts(command).Except(users).ToArray();
        command.CommandText = "DELETE FROM group_members WHERE group_id = $group AND user_id = $user";
        foreach (var user in gone)
        {
            _ = CommandParameters.Bind(command, "$user", user).ExecuteNonQuery();
        }

        foreach (var user in users)
        {
            Join(connection, group.ToString(), user, now);
        }
    }

    public static void SetClaimed(SqliteConnection connection, string user, IReadOnlyCollection<string> groups, DateTimeOffset now)
    {
        var wanted = groups.Select(name => FindClaimed(connection, name) ?? MakeClaimed(connection, name, now)).ToHashSet(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_id FROM group_members JOIN user_groups ON id = group_id WHERE user_id = $user AND source = 0";
        _ = CommandParameters.Bind(command, "$user", user);
        var left = ReadTexts(command).Except(wanted).ToArray();
        command.CommandText = "DELETE FROM group_members WHERE group_id = $group AND user_id = $user";
        foreach (var group in left)
        {
            _ = CommandParameters.Bind(command, "$group", group).ExecuteNonQuery();
        }

        foreach (var group in wanted)
        {
            Join(connection, group, user, now);
        }
    }

    public static List<GroupRow> ReadAll(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM user_groups ORDER BY created_at, id";
        using var reader = command.ExecuteReader();
        var groups = new List<GroupRow>();
        while (reader.Read())
        {
            groups.Add(new GroupRow
            {
                Id = Guid.Parse(reader.RequiredText("id")),
                DisplayName = reader.RequiredText("display_name"),
                ExternalId = reader.Text("external_id"),
                Source = (GroupSource)(reader.Number("source") ?? 0),
                CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
                UpdatedAt = SqliteValues.Time(reader.Number("updated_at") ?? 0),
            });
        }

        return groups;
    }

    public static List<GroupMember> ReadMembers(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_id, user_id FROM group_members ORDER BY created_at, user_id";
        using var reader = command.ExecuteReader();
        var members = new List<GroupMember>();
        while (reader.Read())
        {
            members.Add(new GroupMember(Guid.Parse(reader.GetString(0)), reader.GetString(1)));
        }

        return members;
    }

    private static string? FindClaimed(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM user_groups WHERE source = 0 AND external_id = $name";
        return (string?)CommandParameters.Bind(command, "$name", name).ExecuteScalar();
    }

    private static string MakeClaimed(SqliteConnection connection, string name, DateTimeOffset now)
    {
        var group = new GroupRow
        {
            Id = Guid.CreateVersion7(now),
            DisplayName = name,
            ExternalId = name,
            Source = GroupSource.Claim,
            CreatedAt = now,
            UpdatedAt = now,
        };
        Save(connection, group);
        return group.Id.ToString();
    }

    private static void Join(SqliteConnection connection, string group, string user, DateTimeOffset now)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR IGNORE INTO group_members (group_id, user_id, created_at) VALUES ($group, $user, $now)";
        _ = CommandParameters.Bind(command, "$group", group);
        _ = CommandParameters.Bind(command, "$user", user);
        _ = CommandParameters.Bind(command, "$now", SqliteValues.Micros(now)).ExecuteNonQuery();
    }

    private static List<string> ReadTexts(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
