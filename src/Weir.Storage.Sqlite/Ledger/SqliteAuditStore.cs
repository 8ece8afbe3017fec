using Microsoft.Data.Sqlite;
using Weir.Ledger.Audit;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>The log of administrative changes in <c>weir.db</c>.</summary>
public sealed class SqliteAuditStore : IAuditStore
{
    private readonly LedgerDatabase _database;

    internal SqliteAuditStore(LedgerDatabase database) => _database = database;

    /// <inheritdoc/>
    public ValueTask<long> BeginAsync(AuditRow row, CancellationToken cancellationToken) => _database.WriteAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = """
                DELETE FROM audit WHERE id <= (SELECT MAX(id) FROM audit) - $capacity;
                INSERT INTO audit (at, actor, method, path) VALUES ($at, $actor, $method, $path) RETURNING id
                """;
            _ = CommandParameters.Bind(command, "$capacity", AuditRow.Capacity - 1);
            _ = CommandParameters.Bind(command, "$at", SqliteValues.Micros(row.At));
            _ = CommandParameters.Bind(command, "$actor", row.Actor);
            _ = CommandParameters.Bind(command, "$method", row.Method);
            _ = CommandParameters.Bind(command, "$path", row.Path);
            return (long)command.ExecuteScalar()!;
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask EndAsync(long id, int status, string? changes) => _database.WriteAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE audit SET status = $status, changes = $changes WHERE id = $id";
            _ = CommandParameters.Bind(command, "$id", id);
            _ = CommandParameters.Bind(command, "$status", status);
            _ = CommandParameters.Bind(command, "$changes", changes);
            _ = command.ExecuteNonQuery();
        },
        CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<AuditRow>> ReadAsync(AuditQuery query, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => Read(connection, query), cancellationToken);

    // Bounded by the capacity of the log, so that a filter without an index takes milliseconds.
    private static List<AuditRow> Read(SqliteConnection connection, AuditQuery query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT * FROM audit
            WHERE ($actor IS NULL OR INSTR(LOWER(actor), LOWER($actor)) > 0) AND ($method IS NULL OR method = $method) AND ($path IS NULL OR INSTR(path, $path) > 0)
              AND ($from IS NULL OR at >= $from) AND ($until IS NULL OR at < $until)
            ORDER BY id DESC LIMIT $limit OFFSET $offset
            """;
        _ = CommandParameters.Bind(command, "$actor", query.Actor);
        _ = CommandParameters.Bind(command, "$method", query.Method);
        _ = CommandParameters.Bind(command, "$path", query.Path);
        _ = CommandParameters.Bind(command, "$from", query.From is { } from ? SqliteValues.Micros(from) : null);
        _ = CommandParameters.Bind(command, "$until", query.Until is { } until ? SqliteValues.Micros(until) : null);
        _ = CommandParameters.Bind(command, "$offset", query.Offset);
        using var reader = CommandParameters.Bind(command, "$limit", query.Limit).ExecuteReader();
        var rows = new List<AuditRow>();
        while (reader.Read())
        {
            rows.Add(new AuditRow
            {
                Id = reader.Number("id") ?? 0,
                At = SqliteValues.Time(reader.Number("at") ?? 0),
                Actor = reader.RequiredText("actor"),
                Method = reader.RequiredText("method"),
                Path = reader.RequiredText("path"),
                Status = (int?)reader.Number("status"),
                Changes = reader.Text("changes"),
            });
        }

        return rows;
    }
}
