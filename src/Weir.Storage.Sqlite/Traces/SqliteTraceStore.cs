using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces.Follow;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Spans in <c>traces.db</c>: one writer with group commit, a few connections that read.</summary>
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
    private readonly TraceFollowers _followers;
    private readonly SpanAppender _appender;

    private SqliteTraceStore(TraceFiles files, TraceStoreOptions options, TimeProvider time)
    {
        _writer = files.OpenWriter(QueuedAppends);
        _appender = new SpanAppender(_writer);
        _reads = files.OpenReaders(Readers, ReadBudget, time);
        _followers = files.Follow(_writer, options, time);
    }

    /// <summary>Stored spans that are not in the kept numbers yet.</summary>
    public long UncountedSpans => _followers.UncountedSpans;

    /// <summary>Stored spans whose words are not indexed yet; 0 without an index.</summary>
    public long UnindexedSpans => _followers.UnindexedSpans;

    /// <summary>Spans that were erased since the start because of their age, or for their room.</summary>
    public long ExpiredSpans => _followers.ExpiredSpans;

    /// <summary>For what lies in the same file beside the spans.</summary>
    internal GroupCommitWriter Writer => _writer;

    internal ReadPool Reads => _reads;

    /// <summary>Opens the file, making or bringing it to the newest form first.</summary>
    /// <exception cref="InvalidDataException">It was written by a newer version, or holds payloads that this machine cannot read.</exception>
    public static SqliteTraceStore Open(string path, Durability durability, TimeProvider time) => Open(path, durability, new TraceStoreOptions(), time);

    /// <summary>Opens the file, making or bringing it to the newest form first. An index of words that is switched off is erased.</summary>
    /// <exception cref="InvalidDataException">It was written by a newer version, or holds payloads that this machine cannot read.</exception>
    public static SqliteTraceStore Open(string path, Durability durability, TraceStoreOptions options, TimeProvider time) =>
        new(TraceFiles.Open(path, durability, options, time), options, time);

    /// <summary>Returns when numbers and words of everything that is stored now are there, and what has expired is gone.</summary>
    public Task CatchUpAsync(CancellationToken cancellationToken) => _followers.CatchUpAsync(cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(IReadOnlyList<SpanRow> spans, CancellationToken cancellationToken) => _appender.AppendAsync(spans, cancellationToken);

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
        await _followers.DisposeAsync();
        _reads.Dispose();
        await _writer.DisposeAsync();
        _appender.Dispose();
    }
}
