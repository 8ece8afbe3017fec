namespace Weir.Tracing.Query;

/// <summary>Reads the sessions that spans name.</summary>
public interface ISessionStore
{
    ValueTask<SessionPage> ListAsync(SessionQuery query, CancellationToken cancellationToken);

    ValueTask<StoredSession?> FindAsync(Guid workspaceId, long id, CancellationToken cancellationToken);

    /// <summary>By what the spans say; the newest when several projects have such a session.</summary>
    ValueTask<StoredSession?> FindAsync(Guid workspaceId, string sessionId, CancellationToken cancellationToken);
}
