using Microsoft.Data.Sqlite;
using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes and reads what guardrails are assigned to, and what the owners of keys have spent.</summary>
internal static class AssignmentTable
{
    private const string SaveSql = """
        INSERT OR REPLACE INTO guardrail_assignments (kind, subject, id, guardrail_id, assigned_by, created_at)
        VALUES ($kind, $subject, $id, $guardrail_id, $assigned_by, $created_at)
        """;

    private const string DeleteSql = "DELETE FROM guardrail_assignments WHERE kind = $kind AND subject = $subject AND guardrail_id = $guardrail_id";

    // A workspace's id has no line end; a user's may have, so the last one counts.
    private const char Separator = '\n';

    public static void Save(SqliteConnection connection, IReadOnlyList<AssignmentRow> assignments)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SaveSql;
        foreach (var assignment in assignments)
        {
            _ = CommandParameters.Bind(command, "$kind", (int)assignment.Kind);
            _ = CommandParameters.Bind(command, "$subject", assignment.Subject);
            _ = CommandParameters.Bind(command, "$id", assignment.Id.ToString());
            _ = CommandParameters.Bind(command, "$guardrail_id", assignment.GuardrailId.ToString());
            _ = CommandParameters.Bind(command, "$assigned_by", assignment.AssignedBy);
            _ = CommandParameters.Bind(command, "$created_at", SqliteValues.Micros(assignment.CreatedAt));
            _ = command.ExecuteNonQuery();
        }
    }

    public static int Delete(SqliteConnection connection, Guid guardrail, AssignmentKind kind, IReadOnlyList<string> subjects)
    {
        using var command = connection.CreateCommand();
        command.CommandText = DeleteSql;
        _ = CommandParameters.Bind(command, "$kind", (int)kind);
        _ = CommandParameters.Bind(command, "$guardrail_id", guardrail.ToString());
        return subjects.Sum(subject => CommandParameters.Bind(command, "$subject", subject).ExecuteNonQuery());
    }

    public static List<AssignmentRow> ReadAll(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM guardrail_assignments ORDER BY created_at, id";
        using var reader = command.ExecuteReader();
        var assignments = new List<AssignmentRow>();
        while (reader.Read())
        {
            assignments.Add(new AssignmentRow
            {
                Id = Guid.Parse(reader.RequiredText("id")),
                GuardrailId = Guid.Parse(reader.RequiredText("guardrail_id")),
                Kind = (AssignmentKind)(reader.Number("kind") ?? 0),
                Subject = reader.RequiredText("subject"),
                AssignedBy = reader.Text("assigned_by"),
                CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
            });
        }

        return assignments;
    }

    public static List<MemberSpendRow> ReadSpend(SqliteConnection connection, DateOnly today)
    {
        var byok = Read(connection, today, "byok_nanos").ToDictionary();
        return [.. Read(connection, today, "nanos").Select(line => new MemberSpendRow(line.Key.UserId, line.Key.WorkspaceId, line.Value, byok[line.Key]))];
    }

    private static IEnumerable<KeyValuePair<(string UserId, Guid WorkspaceId), Spend>> Read(SqliteConnection connection, DateOnly today, string sum)
    {
        foreach (
            var (owner, spent) in SpendDays.Read(connection, ("key_days JOIN key_owners USING (key_hash)", "user_id || char(10) || workspace_id"), today, sum))
        {
            var end = owner.LastIndexOf(Separator);
            yield return new((owner[..end], Guid.Parse(owner[(end + 1)..])), spent);
        }
    }
}
