using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Projects in <c>traces.db</c>, and erasing what they show.</summary>
public sealed class SqliteProjectStore : IProjectStore
{
    // Of one step: some ten milliseconds, between which others write.
    private const int ErasedAtOnce = 200;

    private readonly GroupCommitWriter _writer;

    public SqliteProjectStore(SqliteTraceStore traces) => _writer = traces.Writer;

    /// <inheritdoc/>
    public async Task<ProjectRow?> CreateAsync(Guid workspaceId, string name, string? description, CancellationToken cancellationToken)
    {
        ProjectRow? created = null;
        await _writer.WriteAsync(connection => created = ProjectWriter.Create(workspaceId, name, description, connection), cancellationToken);
        return created;
    }

    /// <inheritdoc/>
    public Task DescribeAsync(ProjectRow project, string? description, CancellationToken cancellationToken) =>
        _writer.WriteAsync(connection => ProjectWriter.Describe(project.Id, description, connection), cancellationToken);

    /// <inheritdoc/>
    public async Task<long> EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        var all = 0L;
        while (true)
        {
            var erased = 0;
            await _writer.WriteAsync(connection => erased = SpanEraser.Erase(erasure, ErasedAtOnce, connection), cancellationToken);
            all += erased;
            if (erased < ErasedAtOnce)
            {
                return all;
            }
        }
    }

    /// <inheritdoc/>
    public async Task EraseProjectAsync(ProjectRow project, CancellationToken cancellationToken)
    {
        _ = await EraseAsync(new Erasure { WorkspaceId = project.WorkspaceId, Project = project.Id }, cancellationToken);
        await _writer.WriteAsync(connection => ProjectWriter.EraseEmpty(project.Id, connection), cancellationToken);
    }
}
