using Microsoft.Data.Sqlite;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes and reads the movements of money. Nothing here changes or removes one.</summary>
internal static class EntryTable
{
    private const string InsertSql =
        "INSERT INTO entries (kind, nanos, day, at, workspace_id, generation_id, actor, note) VALUES ($kind, $nanos, $day, $at, $workspace_id, $generation_id, $actor, $note)";

    // Few, in an index of their own: running servers ask again and again.
    private const string CreditsSql = """
        SELECT IFNULL((SELECT SUM(nanos) FROM entries WHERE kind = 0), 0), IFNULL((SELECT SUM(nanos) FROM entries WHERE kind = 2), 0)
        """;

    private const string SumsSql = """
        SELECT COUNT(*), IFNULL(SUM(CASE kind WHEN 0 THEN nanos END), 0), IFNULL(SUM(CASE kind WHEN 2 THEN nanos END), 0), IFNULL(-SUM(CASE kind WHEN 1 THEN nanos END), 0),
               (SELECT IFNULL(SUM(charge_nanos), 0) FROM generations), (SELECT IFNULL(SUM(nanos), 0) FROM key_days), (SELECT IFNULL(SUM(nanos), 0) FROM workspace_days),
               (SELECT COUNT(*) FROM generations g LEFT JOIN entries e ON e.generation_id = g.generation_id AND e.kind = 1 WHERE g.charge_nanos <> IFNULL(-e.nanos, 0))
               + (SELECT COUNT(*) FROM entries e LEFT JOIN generations g USING (generation_id) WHERE e.kind = 1 AND g.id IS NULL),
               (SELECT COUNT(*) FROM (SELECT generation_id FROM entries WHERE kind <> 0 GROUP BY generation_id HAVING SUM(nanos) > 0)),
               (SELECT IFNULL(SUM(upstream_nanos), 0) FROM generations), (SELECT IFNULL(SUM(byok_nanos), 0) FROM key_days), (SELECT IFNULL(SUM(byok_nanos), 0) FROM workspace_days)
        FROM entries
        """;

    public static EntryRow Insert(SqliteConnection connection, EntryRow entry)
    {
        using var command = connection.CreateCommand();
        command.CommandText = InsertSql + " RETURNING id";
        _ = command.Parameters.AddWithValue("$kind", (int)entry.Kind);
        _ = command.Parameters.AddWithValue("$nanos", entry.Amount.Nanos);
        _ = command.Parameters.AddWithValue("$day", UtcWindows.Day(entry.At).DayNumber);
        _ = command.Parameters.AddWithValue("$at", SqliteValues.Micros(entry.At));
        _ = command.Parameters.AddWithValue("$workspace_id", entry.WorkspaceId.ToString());
        _ = command.Parameters.AddWithValue("$generation_id", (object?)entry.GenerationId?.Value ?? DBNull.Value);
        _ = command.Parameters.AddWithValue("$actor", entry.Actor);
        _ = command.Parameters.AddWithValue("$note", (object?)entry.Note ?? DBNull.Value);
        return entry with { Id = (long)command.ExecuteScalar()! };
    }

    public static Credits ReadCredits(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = CreditsSql;
        using var reader = command.ExecuteReader();
        _ = reader.Read();
        return new Credits(new Usd(reader.GetInt64(0)), new Usd(reader.GetInt64(1)));
    }

    /// <summary>All charges, from the days they are summed by; what was given back has been taken off there.</summary>
    public static Usd ReadCharged(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT IFNULL((SELECT SUM(nanos) FROM workspace_days), 0) + IFNULL((SELECT SUM(nanos) FROM entries WHERE kind = 2), 0)";
        return new Usd((long)command.ExecuteScalar()!);
    }

    public static LedgerSums ReadSums(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SumsSql;
        using var reader = command.ExecuteReader();
        _ = reader.Read();
        return new LedgerSums
        {
            Entries = reader.GetInt64(0),
            Account = new AccountTotals(new Credits(new Usd(reader.GetInt64(1)), new Usd(reader.GetInt64(2))), new Usd(reader.GetInt64(3))),
            Generations = new Usd(reader.GetInt64(4)),
            KeyDays = new Usd(reader.GetInt64(5)),
            WorkspaceDays = new Usd(reader.GetInt64(6)),
            Mismatches = reader.GetInt64(7),
            Overpaid = reader.GetInt64(8),
            Byok = (new Usd(reader.GetInt64(9)), new Usd(reader.GetInt64(10)), new Usd(reader.GetInt64(11))),
        };
    }

    public static List<EntryRow> ReadLatest(SqliteConnection connection, int limit) => Read(connection, new EntryQuery { Limit = limit });

    public static List<EntryRow> Read(SqliteConnection connection, EntryQuery query)
    {
        // The kind as a constant: grants and refunds are few, and each has an index of its own.
        var kind = query.Kind is { } one ? $" AND kind = {(int)one}" : "";
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM entries WHERE id < $before{kind} ORDER BY id DESC LIMIT $limit";
        _ = command.Parameters.AddWithValue("$before", query.BeforeId ?? long.MaxValue);
        _ = command.Parameters.AddWithValue("$limit", query.Limit);
        using var reader = command.ExecuteReader();
        var entries = new List<EntryRow>();
        while (reader.Read())
        {
            entries.Add(Read(reader));
        }

        return entries;
    }

    public static EntryRow Read(SqliteDataReader reader) => new()
    {
        Id = reader.Number("id") ?? 0,
        WorkspaceId = Guid.Parse(reader.RequiredText("workspace_id")),
        At = SqliteValues.Time(reader.Number("at") ?? 0),
        Kind = (EntryKind)(reader.Number("kind") ?? 0),
        Amount = new Usd(reader.Number("nanos") ?? 0),
        GenerationId = reader.Text("generation_id") is { } id ? new GenerationId(id) : null,
        Actor = reader.RequiredText("actor"),
        Note = reader.Text("note"),
        IdempotencyKey = reader.Text("idempotency_key"),
    };
}
