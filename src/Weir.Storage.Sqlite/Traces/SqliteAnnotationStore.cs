using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Annotations;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Annotations in <c>traces.db</c>, through the writer and the readers of its spans.</summary>
public sealed class SqliteAnnotationStore : IAnnotationStore
{
    // In one step of a delete: some milliseconds, between which others write.
    private const int LookedAtAtOnce = 2000;

    private readonly GroupCommitWriter _writer;
    private readonly ReadPool _reads;

    public SqliteAnnotationStore(SqliteTraceStore traces)
    {
        _writer = traces.Writer;
        _reads = traces.Reads;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<long>> WriteAsync(IReadOnlyList<AnnotationRow> annotations, CancellationToken cancellationToken)
    {
        IReadOnlyList<long> ids = [];
        await _writer.WriteAsync(connection => ids = AnnotationWriter.Write(annotations, connection), cancellationToken);
        return ids;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AnnotationRow>> FindHomelessAsync(IReadOnlyList<AnnotationRow> annotations, CancellationToken cancellationToken) =>
        _reads.ReadAsync<IReadOnlyList<AnnotationRow>>(
            connection => [.. annotations.Where(annotation => !AnnotationReader.HasTarget(annotation, connection))], cancellationToken);

    /// <inheritdoc/>
    public ValueTask<AnnotationPage> ListAsync(AnnotationQuery query, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => AnnotationReader.List(query, connection), cancellationToken);

    /// <inheritdoc/>
    public async Task<long> DeleteAsync(AnnotationSelection selection, CancellationToken cancellationToken)
    {
        var all = 0L;
        var last = await _reads.ReadAsync(AnnotationReader.LastId, cancellationToken);
        for (var place = 0L; place < last; place += LookedAtAtOnce)
        {
            var (after, deleted) = (place, 0L);
            await _writer.WriteAsync(connection => deleted = AnnotationWriter.Delete(selection, after, LookedAtAtOnce, connection), cancellationToken);
            all += deleted;
        }

        return all;
    }

    /// <inheritdoc/>
    public async Task<bool> EraseAsync(Guid workspaceId, AnnotationScope scope, long id, CancellationToken cancellationToken)
    {
        var isErased = false;
        await _writer.WriteAsync(connection => isErased = AnnotationWriter.Erase(workspaceId, scope, id, connection), cancellationToken);
        return isErased;
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AnnotationConfigRow>> ListConfigsAsync(Guid workspaceId, long? projectId, long fromId, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => AnnotationConfigs.List(workspaceId, projectId, fromId, limit, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<AnnotationConfigRow?> FindConfigAsync(Guid workspaceId, long id, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => AnnotationConfigs.Find(workspaceId, id, null, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<AnnotationConfigRow?> FindConfigAsync(Guid workspaceId, string name, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => AnnotationConfigs.Find(workspaceId, null, name, connection), cancellationToken);

    /// <inheritdoc/>
    public async Task<long?> WriteConfigAsync(AnnotationConfigRow config, CancellationToken cancellationToken)
    {
        long? id = null;
        await _writer.WriteAsync(connection => id = AnnotationConfigs.Write(config, connection), cancellationToken);
        return id;
    }

    /// <inheritdoc/>
    public Task DeleteConfigAsync(long id, CancellationToken cancellationToken) =>
        _writer.WriteAsync(connection => AnnotationConfigs.Delete(id, connection), cancellationToken);

    /// <inheritdoc/>
    public Task AssignConfigsAsync(long projectId, IReadOnlyList<long> configs, CancellationToken cancellationToken) =>
        _writer.WriteAsync(connection => AnnotationConfigs.Assign(projectId, configs, connection), cancellationToken);

    /// <inheritdoc/>
    public Task AssignConfigAsync(long projectId, long config, CancellationToken cancellationToken) =>
        _writer.WriteAsync(connection => AnnotationConfigs.Assign(projectId, config, connection), cancellationToken);

    /// <inheritdoc/>
    public Task UnassignConfigAsync(long projectId, long config, CancellationToken cancellationToken) =>
        _writer.WriteAsync(connection => AnnotationConfigs.Unassign(projectId, config, connection), cancellationToken);
}
