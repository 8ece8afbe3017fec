using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Datasets in <c>traces.db</c>, through the writer and the readers of its spans.</summary>
public sealed class SqliteDatasetStore : IDatasetStore, IDisposable
{
    private readonly GroupCommitWriter _writer;
    private readonly ReadPool _reads;

    // An upload is compared with the version before it, outside the writer, whose time belongs to everybody.
    private readonly SemaphoreSlim _uploads = new(1);

    public SqliteDatasetStore(SqliteTraceStore traces)
    {
        _writer = traces.Writer;
        _reads = traces.Reads;
    }

    /// <inheritdoc/>
    public async Task<UploadOutcome> UploadAsync(DatasetUpload upload, CancellationToken cancellationToken)
    {
        await _uploads.WaitAsync(cancellationToken);
        try
        {
            // Only a delete can come in between: what is uploaded next begins the dataset anew.
            while (true)
            {
                var known = await _reads.ReadAsync(connection => DatasetReader.ReadState(upload.WorkspaceId, upload.Name, connection), cancellationToken);
                var plan = UploadPlan.Of(upload, known);
                if (plan.Problem is not null)
                {
                    return new UploadOutcome { Problem = plan.Problem, IsNameTaken = plan.IsNameTaken };
                }

                UploadOutcome? outcome = null;
                await _writer.WriteAsync(connection => outcome = new DatasetWriter(upload, connection).Write(plan), cancellationToken);
                if (outcome is not null)
                {
                    return outcome;
                }
            }
        }
        finally
        {
            _ = _uploads.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask<IdPage<DatasetRow>> ListAsync(Guid workspaceId, string? name, long fromId, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => DatasetReader.List(workspaceId, name, fromId, limit, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DatasetRow?> FindAsync(Guid workspaceId, long id, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => DatasetReader.Find(workspaceId, id, null, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DatasetRow?> FindAsync(Guid workspaceId, string name, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => DatasetReader.Find(workspaceId, null, name, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IdPage<DatasetVersionRow>> ListVersionsAsync(long datasetId, long fromId, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => DatasetReader.ListVersions(datasetId, fromId, limit, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DatasetVersionRow?> FindVersionAsync(long datasetId, long? versionId, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => DatasetReader.FindVersion(datasetId, versionId, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IdPage<ExampleRow>?> ReadExamplesAsync(ExampleQuery query, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => ExampleReader.Read(query, connection), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(Guid workspaceId, long id, CancellationToken cancellationToken)
    {
        var isHidden = false;
        await _writer.WriteAsync(connection => isHidden = Hide(workspaceId, id, connection), cancellationToken);
        if (isHidden)
        {
            await HiddenRows.EraseAsync(_writer, cancellationToken);
        }

        return isHidden;
    }

    /// <summary>Lets nobody upload any more. The file is that of the spans, and stays open.</summary>
    public void Dispose() => _uploads.Dispose();

    // The name is free at once: hidden datasets are told apart by their ids.
    private static bool Hide(Guid workspaceId, long id, SqliteConnection connection)
    {
        using var hide = WriterCommand.Of(connection, "UPDATE datasets SET workspace = x'', name = CAST(id AS TEXT) WHERE id = $id AND workspace = $workspace");
        if (hide.Bind("$id", id).Bind("$workspace", StoredIds.ToBlob(workspaceId)).ExecuteNonQuery() == 0)
        {
            return false;
        }

        using var experiments = WriterCommand.Of(connection, "UPDATE experiments SET workspace = x'' WHERE dataset = $id");
        _ = experiments.Bind("$id", id).ExecuteNonQuery();
        return true;
    }
}
