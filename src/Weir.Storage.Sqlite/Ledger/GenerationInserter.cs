using Microsoft.Data.Sqlite;
using Weir.Ledger.Entries;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Writes generations with the entries of their charges on the writer's connection, inside its transaction.</summary>
/// <remarks>Keeps its statements compiled until it is disposed, which is after the writer is closed.</remarks>
internal sealed class GenerationInserter(SqliteConnection connection) : IDisposable
{
    private const string EntrySql = "INSERT INTO entries (kind, nanos, day, at, workspace_id, generation_id, actor) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    private const string KeyDaySql =
        """
        INSERT INTO key_days (key_hash, day, nanos, byok_nanos) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (key_hash, day) DO UPDATE SET nanos = nanos + excluded.nanos, byok_nanos = byok_nanos + excluded.byok_nanos
        """;

    private const string WorkspaceDaySql =
        """
        INSERT INTO workspace_days (workspace_id, day, nanos, byok_nanos) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (workspace_id, day) DO UPDATE SET nanos = nanos + excluded.nanos, byok_nanos = byok_nanos + excluded.byok_nanos
        """;

    private readonly AppTable _apps = new(new PreparedCommands());
    private readonly WriterStatement _generation = new(connection, GenerationColumns.InsertSql);
    private readonly WriterStatement _entry = new(connection, EntrySql);
    private readonly WriterStatement _keyDay = new(connection, KeyDaySql);
    private readonly WriterStatement _workspaceDay = new(connection, WorkspaceDaySql);

    /// <summary>Writes a generation, what it cost, and the sums of the day that it was admitted on.</summary>
    public void Insert(GenerationRow row, DateOnly admittedOn)
    {
        _ = GenerationColumns.Bind(_generation, row, _apps.Note(connection, row)).Execute();
        if (row.Charge > Usd.Zero)
        {
            _ = _entry
                .Bind(1, (long)EntryKind.Charge)
                .Bind(2, -row.Charge.Nanos)
                .Bind(3, admittedOn.DayNumber)
                .Bind(4, SqliteValues.Micros(row.CreatedAt))
                .Bind(5, row.WorkspaceId.ToString())
                .Bind(6, row.Id.Value)
                .Bind(7, row.KeyHash.ToString())
                .Execute();
        }

        if (row.Charge > Usd.Zero || row.UpstreamCost is not null)
        {
            AddToDay(_keyDay, row.KeyHash.ToString(), admittedOn, row);
            AddToDay(_workspaceDay, row.WorkspaceId.ToString(), admittedOn, row);
        }
    }

    public void Dispose()
    {
        _generation.Dispose();
        _entry.Dispose();
        _keyDay.Dispose();
        _workspaceDay.Dispose();
    }

    private static void AddToDay(WriterStatement add, string spender, DateOnly day, GenerationRow row) =>
        _ = add.Bind(1, spender).Bind(2, day.DayNumber).Bind(3, row.Charge.Nanos).Bind(4, row.UpstreamCost?.Nanos ?? 0).Execute();
}
