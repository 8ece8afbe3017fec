using Microsoft.Data.Sqlite;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes and reads refunds: entries that give a charge back, and lower the days it was counted in.</summary>
internal static class RefundTable
{
    private const string ChargeSql = """
        SELECT -nanos AS nanos, day, actor, workspace_id, IFNULL((SELECT SUM(nanos) FROM entries WHERE generation_id = $id AND kind = 2), 0) AS refunded
        FROM entries WHERE generation_id = $id AND kind = 1
        """;

    private const string InsertSql = """
        INSERT INTO entries (kind, nanos, day, at, workspace_id, generation_id, actor, note, idempotency_key)
        VALUES (2, $nanos, $day, $at, $workspace_id, $generation_id, $actor, $note, $key);
        UPDATE key_days SET nanos = nanos - $nanos WHERE key_hash = $charged AND day = $day;
        UPDATE workspace_days SET nanos = nanos - $nanos WHERE workspace_id = $workspace_id AND day = $day;
        """;

    private const string SinceSql = """
        SELECT r.id, r.nanos, c.day, c.actor, c.workspace_id FROM entries r JOIN entries c ON c.generation_id = r.generation_id AND c.kind = 1
        WHERE r.kind = 2 AND r.id > $after ORDER BY r.id
        """;

    /// <summary>Inside the writer's transaction: whoever else gives back the same charge comes before or after.</summary>
    public static RefundResult Insert(SqliteConnection connection, RefundDraft draft, DateTimeOffset at)
    {
        var before = FindByKey(connection, draft.IdempotencyKey);
        if (ReadCharge(connection, draft.GenerationId) is not { } charge)
        {
            return new RefundResult(before is null ? RefundOutcome.NoCharge : RefundOutcome.OtherRefund, before, Usd.Zero);
        }

        if (before is not null)
        {
            var isSame = before.GenerationId == draft.GenerationId && (draft.Amount is null || draft.Amount == before.Amount);
            return new RefundResult(isSame ? RefundOutcome.MadeBefore : RefundOutcome.OtherRefund, before, charge.Left);
        }

        var amount = draft.Amount ?? charge.Left;
        if (amount > charge.Left || amount <= Usd.Zero)
        {
            return new RefundResult(RefundOutcome.TooMuch, null, charge.Left);
        }

        using var command = connection.CreateCommand();
        command.CommandText = InsertSql;
        _ = CommandParameters.Bind(command, "$nanos", amount.Nanos);
        _ = CommandParameters.Bind(command, "$day", charge.Day);
        _ = CommandParameters.Bind(command, "$at", SqliteValues.Micros(at));
        _ = CommandParameters.Bind(command, "$workspace_id", charge.WorkspaceId);
        _ = CommandParameters.Bind(command, "$generation_id", draft.GenerationId.Value);
        _ = CommandParameters.Bind(command, "$actor", draft.Actor);
        _ = CommandParameters.Bind(command, "$note", draft.Reason);
        _ = CommandParameters.Bind(command, "$key", draft.IdempotencyKey);
        _ = CommandParameters.Bind(command, "$charged", charge.KeyHash);
        _ = command.ExecuteNonQuery();
        return new RefundResult(RefundOutcome.Made, FindByKey(connection, draft.IdempotencyKey), charge.Left - amount);
    }

    public static List<RefundedCharge> ReadSince(SqliteConnection connection, long after)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SinceSql;
        using var reader = CommandParameters.Bind(command, "$after", after).ExecuteReader();
        var refunds = new List<RefundedCharge>();
        while (reader.Read())
        {
            refunds.Add(new RefundedCharge(
                reader.GetInt64(0),
                new Usd(reader.GetInt64(1)),
                KeyHash.TryParse(reader.GetString(3), out var key) ? key : default,
                Guid.Parse(reader.GetString(4)),
                DateOnly.FromDayNumber(reader.GetInt32(2))));
        }

        return refunds;
    }

    private static EntryRow? FindByKey(SqliteConnection connection, string key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM entries WHERE idempotency_key = $key";
        using var reader = CommandParameters.Bind(command, "$key", key).ExecuteReader();
        return reader.Read() ? EntryTable.Read(reader) : null;
    }

    private static (Usd Left, int Day, string KeyHash, string WorkspaceId)? ReadCharge(SqliteConnection connection, GenerationId id)
    {
        using var command = connection.CreateCommand();
        command.CommandText = ChargeSql;
        using var reader = CommandParameters.Bind(command, "$id", id.Value).ExecuteReader();
        return reader.Read() ? (new Usd(reader.GetInt64(0) - reader.GetInt64(4)), reader.GetInt32(1), reader.GetString(2), reader.GetString(3)) : null;
    }
}
