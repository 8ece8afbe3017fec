using Weir.Storage.Sqlite.Database;
using Weir.Tracing.Query;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Sessions in <c>traces.db</c>.</summary>
public sealed class SqliteSessionStore : ISessionStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ReadPool _reads;

    public SqliteSessionStore(SqliteTraceStore traces) => _reads = traces.Reads;

    /// <inheritdoc/>
    public ValueTask<SessionPage> ListAsync(SessionQuery query, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => SessionReader.List(query, connection, Patience), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredSession?> FindAsync(Guid workspaceId, long id, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => SessionReader.Find(workspaceId, id, null, connection), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<StoredSession?> FindAsync(Guid workspaceId, string sessionId, CancellationToken cancellationToken) =>
        _reads.ReadAsync(connection => SessionReader.Find(workspaceId, null, sessionId, connection), cancellationToken);
}
