using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Datasets;
using Weir.Tracing.Prompts;

namespace Weir.Storage.Sqlite.Datasets;

/// <summary>Prompts in <c>traces.db</c>, through the writer and the readers of its spans.</summary>
public sealed class SqlitePromptStore : IPromptStore
{
    private readonly GroupCommitWriter _writer;
    private readonly ReadPool _reads;

    public SqlitePromptStore(SqliteTraceStore traces)
    {
        _writer = traces.Writer;
        _reads = traces.Reads;
    }

    /// <inheritdoc/>
    public async Task<PromptVersionRow> AddVersionAsync(PromptRow prompt, string body, long nowUnixNanos, CancellationToken cancellationToken)
    {
        PromptVersionRow? version = null;
        await _writer.WriteAsync(connection => version = PromptWriter.AddVersion(prompt, body, nowUnixNanos, connection), cancellationToken);
        return version!;
    }

    /// <inheritdoc/>
    public ValueTask<IdPage<PromptRow>> ListAsync(Guid workspaceId, long fromId, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => PromptReader.List(workspaceId, fromId, limit, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<PromptRow?> FindAsync(Guid workspaceId, long id, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => PromptReader.Find(workspaceId, id, null, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<PromptRow?> FindAsync(Guid workspaceId, string name, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => PromptReader.Find(workspaceId, null, name, connection), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> ChangeAsync(PromptRow prompt, CancellationToken cancellationToken)
    {
        var isChanged = false;
        await _writer.WriteAsync(connection => isChanged = PromptWriter.Change(prompt, connection), cancellationToken);
        return isChanged;
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(PromptRow prompt, CancellationToken cancellationToken)
    {
        await _writer.WriteAsync(connection => PromptWriter.Hide(prompt, connection), cancellationToken);
        await HiddenRows.EraseAsync(_writer, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IdPage<PromptVersionRow>> ListVersionsAsync(long promptId, long fromId, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => PromptReader.ListVersions(promptId, fromId, limit, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<PromptVersionRow?> FindVersionAsync(Guid workspaceId, long id, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => PromptReader.FindVersion(workspaceId, id, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<PromptVersionRow?> FindTaggedAsync(long promptId, string tag, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => PromptReader.FindTagged(promptId, tag, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IdPage<PromptTagRow>> ListTagsAsync(long versionId, long fromId, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => PromptReader.ListTags(versionId, fromId, limit, connection), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TagAsync(Guid workspaceId, long versionId, string name, string? description, CancellationToken cancellationToken)
    {
        var isTagged = false;
        await _writer.WriteAsync(connection => isTagged = PromptWriter.Tag(workspaceId, versionId, name, description, connection), cancellationToken);
        return isTagged;
    }

    /// <inheritdoc/>
    public async Task<bool> UntagAsync(long promptId, string name, CancellationToken cancellationToken)
    {
        var deleted = 0;
        await _writer.WriteAsync(
            connection =>
            {
                using SqliteCommand command = WriterCommand.Of(connection, "DELETE FROM prompt_tags WHERE prompt = $prompt AND name = $name");
                deleted = command.Bind("$prompt", promptId).Bind("$name", name).ExecuteNonQuery();
            },
            cancellationToken);
        return deleted > 0;
    }
}
