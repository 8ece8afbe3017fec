using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Spans in <c>traces.db</c>: one writer with group commit, a few connections that read.</summary>
/// <remarks>Payloads are compressed on the thread of whoever appends, so that the writer only writes.</remarks>
public sealed class SqliteTraceStore : ITraceStore, IAsyncDisposable
{
    private const int QueuedAppends = 1024;
    private const int Readers = 4;
    private static readonly TimeSpan ReadBudget = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SearchPatience = TimeSpan.FromSeconds(2);

    // A search that finds little says within this time how far it is, and goes on when it is asked to.
    private static readonly TimeSpan FilterPatience = TimeSpan.FromMilliseconds(250);

    private readonly GroupCommitWriter _writer;
    private readonly ReadPool _reads;
    private SpanInserter? _inserter;

    private SqliteTraceStore(SqliteDatabase database, TimeProvider time)
    {
        _writer = new GroupCommitWriter(database, QueuedAppends);
        _reads = new ReadPool(database, Readers, ReadBudget, time);
    }

    /// <summary>For what lies in the same file beside the spans.</summary>
    internal GroupCommitWriter Writer => _writer;

    internal ReadPool Reads => _reads;

    /// <summary>Opens the file, making or bringing it to the newest form first.</summary>
    /// <exception cref="InvalidDataException">It was written by a newer version, or holds payloads that this machine cannot read.</exception>
    public static SqliteTraceStore Open(string path, Durability durability, TimeProvider time)
    {
        var database = SqliteDatabase.Open(path, durability, TraceSchema.Migrations);
        using (var connection = database.OpenConnection())
        {
            PayloadCodecs.Check(connection, path);
        }

        return new SqliteTraceStore(database, time);
    }

    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken)
    {
        if (spans.Count == 0)
        {
            return Task.CompletedTask;
        }

        var payloads = new byte[spans.Count][];
        for (var i = 0; i < payloads.Length; i++)
        {
            payloads[i] = SpanPayload.Pack(spans[i]);
        }

        return _writer.WriteAsync(connection => Inserter(connection).Insert(spans, payloads), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ProjectPage> ListProjectsAsync(ProjectQuery query, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => ProjectReader.List(query, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ProjectRow?> FindProjectAsync(Guid workspaceId, long projectId, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => ProjectReader.Find(workspaceId, projectId, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ProjectRow?> FindProjectAsync(Guid workspaceId, string name, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => ProjectReader.Find(workspaceId, name, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SpanPage> QuerySpansAsync(SpanQuery query, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => SpanPageReader.Read(query, connection, query.IsFiltered ? FilterPatience : SearchPatience), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredSpan>> ReadTraceAsync(Guid workspaceId, TraceId traceId, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => TraceReader.ReadSpans(workspaceId, traceId, limit, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TracePage> ListTracesAsync(TraceQuery query, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => TracePageReader.Read(query, connection, query.IsFiltered ? FilterPatience : SearchPatience), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredTrace?> FindTraceAsync(Guid workspaceId, TraceId traceId, int limit, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => OutlineReader.Find(workspaceId, traceId, limit, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredSpan?> FindSpanAsync(SpanKey key, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => TraceReader.FindSpan(key, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> HasSpansAsync(Guid workspaceId, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => TraceReader.HasSpans(workspaceId, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<SpanKey>> FindMissingAsync(IReadOnlyList<SpanKey> spans, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => TraceReader.FindMissing(spans, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long> CountSpansAsync(Guid workspaceId, long? projectId, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => TraceReader.Count(workspaceId, projectId, connection), cancellationToken);

    /// <summary>Commits what was appended and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _reads.Dispose();
        await _writer.DisposeAsync();
    }

    // Only the writer's thread comes here. The statements end with the connection.
    private SpanInserter Inserter(SqliteConnection connection) => _inserter ??= new SpanInserter(connection);
}
