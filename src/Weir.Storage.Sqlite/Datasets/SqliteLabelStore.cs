using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Labels in <c>traces.db</c>, through the writer and the readers of its spans.</summary>
public sealed class SqliteLabelStore : ILabelStore
{
    private const string Columns = "SELECT l.id, l.name, l.description, l.color FROM dataset_labels l";

    private readonly GroupCommitWriter _writer;
    private readonly ReadPool _reads;

    public SqliteLabelStore(SqliteTraceStore traces)
    {
        _writer = traces.Writer;
        _reads = traces.Reads;
    }

    /// <inheritdoc/>
    public ValueTask<IdPage<LabelRow>> ListAsync(Guid workspaceId, long fromId, int limit, CancellationToken cancellationToken) => _reads.ReadAsync(
        connection => IdPages.Read(
            connection.Command($"{Columns} WHERE l.workspace = $workspace AND l.id <= $from ORDER BY l.id DESC LIMIT $limit")
                .Bind("$workspace", StoredIds.ToBlob(workspaceId))
                .Bind("$from", fromId),
            limit,
            row => Read(row, workspaceId),
            label => label.Id),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LabelRow>> ListAsync(DatasetRow dataset, CancellationToken cancellationToken) => _reads.ReadAsync<IReadOnlyList<LabelRow>>(
        connection =>
        {
            var labels = new List<LabelRow>();
            using var row = connection.Command($"{Columns} JOIN labels_of_datasets u ON u.label = l.id WHERE u.dataset = $dataset ORDER BY l.id DESC")
                .Bind("$dataset", dataset.Id)
                .ExecuteReader();
            while (row.Read())
            {
                labels.Add(Read(row, dataset.WorkspaceId));
            }

            return labels;
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LabelRow?> FindAsync(Guid workspaceId, long id, CancellationToken cancellationToken) => _reads.ReadAsync(
        connection =>
        {
            using var row = connection.Command($"{Columns} WHERE l.workspace = $workspace AND l.id = $id")
                .Bind("$workspace", StoredIds.ToBlob(workspaceId))
                .Bind("$id", id)
                .ExecuteReader();
            return row.Read() ? Read(row, workspaceId) : null;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task<long?> WriteAsync(LabelRow label, CancellationToken cancellationToken)
    {
        long? id = null;
        await _writer.WriteAsync(connection => id = Write(label, connection), cancellationToken);
        return id;
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(Guid workspaceId, long id, CancellationToken cancellationToken)
    {
        var deleted = 0;
        await _writer.WriteAsync(
            connection =>
            {
                using var command = WriterCommand.Of(
                    connection,
                    """
                    DELETE FROM labels_of_datasets WHERE label = (SELECT id FROM dataset_labels WHERE id = $id AND workspace = $workspace);
                    DELETE FROM dataset_labels WHERE id = $id AND workspace = $workspace
                    """);
                deleted = command.Bind("$id", id).Bind("$workspace", StoredIds.ToBlob(workspaceId)).ExecuteNonQuery();
            },
            cancellationToken);
        return deleted > 0;
    }

    /// <inheritdoc/>
    public Task AddAsync(long datasetId, long labelId, CancellationToken cancellationToken) =>
        _writer.WriteAsync(connection => Add(datasetId, labelId, connection), cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(long datasetId, long labelId, CancellationToken cancellationToken) => _writer.WriteAsync(
        connection =>
        {
            using var command = WriterCommand.Of(connection, "DELETE FROM labels_of_datasets WHERE dataset = $dataset AND label = $label");
            _ = command.Bind("$dataset", datasetId).Bind("$label", labelId).ExecuteNonQuery();
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task AssignAsync(long datasetId, IReadOnlyList<long> labelIds, CancellationToken cancellationToken) => _writer.WriteAsync(
        connection =>
        {
            using var clear = WriterCommand.Of(connection, "DELETE FROM labels_of_datasets WHERE dataset = $dataset");
            _ = clear.Bind("$dataset", datasetId).ExecuteNonQuery();
            foreach (var label in labelIds)
            {
                Add(datasetId, label, connection);
            }
        },
        cancellationToken);

    // Either may have gone since they were looked up: then nothing points at nothing.
    private static void Add(long datasetId, long labelId, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(
            connection,
            """
            INSERT OR IGNORE INTO labels_of_datasets(dataset, label)
            SELECT d.id, l.id FROM datasets d JOIN dataset_labels l ON l.workspace = d.workspace WHERE d.id = $dataset AND l.id = $label
            """);
        _ = command.Bind("$dataset", datasetId).Bind("$label", labelId).ExecuteNonQuery();
    }

    private static long? Write(LabelRow label, SqliteConnection connection)
    {
        using var command = WriterCommand.Of(connection, label.Id == 0
            ? "INSERT INTO dataset_labels(workspace, name, description, color) VALUES($workspace, $name, $description, $color) ON CONFLICT DO NOTHING RETURNING id"
            : "UPDATE OR IGNORE dataset_labels SET name = $name, description = $description, color = $color WHERE id = $id AND workspace = $workspace RETURNING id");
        return command
            .Bind("$id", label.Id)
            .Bind("$workspace", StoredIds.ToBlob(label.WorkspaceId))
            .Bind("$name", label.Name)
            .Bind("$description", label.Description)
            .Bind("$color", label.Color)
            .ExecuteScalar() as long?;
    }

    private static LabelRow Read(SqliteDataReader row, Guid workspaceId) =>
        new(row.GetInt64(0), workspaceId, row.GetString(1), StoredSpanReader.ReadText(row, 2), row.GetString(3));
}
