using Weir.Ledger.Keys;
using Weir.Ledger.Sessions;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>The console's sessions and sign-in links in <c>weir.db</c>.</summary>
public sealed class SqliteSignInStore : ISignInStore
{
    private readonly LedgerDatabase _database;

    internal SqliteSignInStore(LedgerDatabase database) => _database = database;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SessionRow>> ReadSessionsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => SessionTable.ReadAll(connection, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveSessionAsync(SessionRow session, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => SessionTable.Save(connection, session), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteSessionAsync(KeyHash hash, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => SessionTable.Delete(connection, hash), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveLoginLinkAsync(LoginLinkRow link, DateTimeOffset now, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => LoginLinkTable.Save(connection, link, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<SessionRow?> RedeemLoginLinkAsync(KeyHash link, SessionRow session, CancellationToken cancellationToken) => _database.WriteAsync(
        connection =>
        {
            if (LoginLinkTable.Take(connection, link, session.CreatedAt) is not { } taken)
            {
                return null;
            }

            var opened = session with { UserId = taken.UserId };
            SessionTable.Save(connection, opened);
            return opened;
        },
        cancellationToken);
}
