using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Splits in <c>traces.db</c>, through the writer and the readers of its spans.</summary>
public sealed class SqliteSplitStore : ISplitStore
{
    private readonly GroupCommitWriter _writer;
    private readonly ReadPool _reads;

    public SqliteSplitStore(SqliteTraceStore traces)
    {
        _writer = traces.Writer;
        _reads = traces.Reads;
    }

    /// <inheritdoc/>
    public ValueTask<SplitRow?> FindAsync(Guid workspaceId, long id, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => Find(workspaceId, id, null, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SplitRow?> FindAsync(Guid workspaceId, string name, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => Find(workspaceId, null, name, connection), cancellationToken);

    /// <inheritdoc/>
    public async Task<SplitOutcome> WriteAsync(SplitWrite write, CancellationToken cancellationToken)
    {
        var outcome = new SplitOutcome(null, 0, null);
        await _writer.WriteAsync(connection => outcome = SplitWriter.Write(write, connection), cancellationToken);
        return outcome;
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(Guid workspaceId, long id, CancellationToken cancellationToken)
    {
        var isDeleted = false;
        await _writer.WriteAsync(connection => isDeleted = SplitWriter.Hide(workspaceId, id, connection), cancellationToken);
        if (isDeleted)
        {
            await HiddenRows.EraseAsync(_writer, cancellationToken);
        }

        return isDeleted;
    }

    private static SplitRow? Find(Guid workspaceId, long? id, string? name, ReadConnection connection)
    {
        using var row = connection.Command(
            """
            SELECT id, name, description, color, metadata, created_ns, updated_ns
            FROM dataset_splits WHERE workspace = $workspace AND (id = $id OR name = $name)
            """)
            .Bind("$workspace", StoredIds.ToBlob(workspaceId))
            .Bind("$id", id)
            .Bind("$name", name)
            .ExecuteReader();
        return row.Read() ? Read(row, workspaceId) : null;
    }

    private static SplitRow Read(SqliteDataReader row, Guid workspaceId) => new()
    {
        Id = row.GetInt64(0),
        WorkspaceId = workspaceId,
        Name = row.GetString(1),
        Description = StoredSpanReader.ReadText(row, 2),
        Color = row.GetString(3),
        Metadata = row.GetString(4),
        CreatedUnixNanos = row.GetInt64(5),
        UpdatedUnixNanos = row.GetInt64(6),
    };
}
