using Microsoft.Data.Sqlite;
using Weir.Ledger.Authorizations;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Authorization codes in <c>weir.db</c>.</summary>
public sealed class SqliteAuthorizationStore : IAuthorizationStore
{
    private const string SaveSql = """
        INSERT INTO authorization_codes (hash, challenge, method, created_at, expires_at, name, workspace_id, limit_nanos, limit_reset, key_expires_at, creator_user_id)
        VALUES ($hash, $challenge, $method, $created_at, $expires_at, $name, $workspace_id, $limit_nanos, $limit_reset, $key_expires_at, $creator_user_id);
        DELETE FROM authorization_codes WHERE expires_at < $forget_before;
        DELETE FROM authorization_codes WHERE hash IN (SELECT hash FROM authorization_codes ORDER BY expires_at DESC LIMIT -1 OFFSET $capacity);
        """;

    private readonly LedgerDatabase _database;

    internal SqliteAuthorizationStore(LedgerDatabase database) => _database = database;

    /// <inheritdoc/>
    public ValueTask SaveAsync(AuthorizationRow row, DateTimeOffset forgetBefore, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => Save(connection, row, forgetBefore), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<AuthorizationRow?> FindAsync(KeyHash hash, CancellationToken cancellationToken) =>
        _database.ReadAsync(connection => Find(connection, hash), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> TakeAsync(KeyHash hash, CancellationToken cancellationToken) => _database.WriteAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM authorization_codes WHERE hash = $hash";
            return CommandParameters.Bind(command, "$hash", hash.ToString()).ExecuteNonQuery() == 1;
        },
        cancellationToken);

    private static void Save(SqliteConnection connection, AuthorizationRow row, DateTimeOffset forgetBefore)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SaveSql;
        var draft = row.Draft;
        _ = CommandParameters.Bind(command, "$hash", row.Hash.ToString());
        _ = CommandParameters.Bind(command, "$challenge", row.Challenge?.Text);
        _ = CommandParameters.Bind(command, "$method", row.Challenge?.Method.ToString());
        _ = CommandParameters.Bind(command, "$created_at", SqliteValues.Micros(row.CreatedAt));
        _ = CommandParameters.Bind(command, "$expires_at", SqliteValues.Micros(row.ExpiresAt));
        _ = CommandParameters.Bind(command, "$name", draft.Name);
        _ = CommandParameters.Bind(command, "$workspace_id", draft.WorkspaceId?.ToString());
        _ = CommandParameters.Bind(command, "$limit_nanos", draft.Limit?.Nanos);
        _ = CommandParameters.Bind(command, "$limit_reset", (int)draft.LimitReset);
        _ = CommandParameters.Bind(command, "$key_expires_at", draft.ExpiresAt is { } expires ? SqliteValues.Micros(expires) : null);
        _ = CommandParameters.Bind(command, "$creator_user_id", draft.CreatorUserId);
        _ = CommandParameters.Bind(command, "$forget_before", SqliteValues.Micros(forgetBefore));
        _ = CommandParameters.Bind(command, "$capacity", AuthorizationRow.Capacity);
        _ = command.ExecuteNonQuery();
    }

    private static AuthorizationRow? Find(SqliteConnection connection, KeyHash hash)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM authorization_codes WHERE hash = $hash";
        using var reader = CommandParameters.Bind(command, "$hash", hash.ToString()).ExecuteReader();
        return reader.Read()
            ? new AuthorizationRow
            {
                Hash = hash,
                Challenge = reader.Text("challenge") is { } challenge
                    ? new CodeChallenge(challenge, Enum.Parse<ChallengeMethod>(reader.RequiredText("method")))
                    : null,
                Draft = ReadDraft(reader),
                CreatedAt = SqliteValues.Time(reader.Number("created_at") ?? 0),
                ExpiresAt = SqliteValues.Time(reader.Number("expires_at") ?? 0),
            }
            : null;
    }

    private static KeyDraft ReadDraft(SqliteDataReader reader) => new()
    {
        Name = reader.RequiredText("name"),
        WorkspaceId = reader.Text("workspace_id") is { } workspace ? Guid.Parse(workspace) : null,
        Limit = reader.Number("limit_nanos") is { } limit ? new Usd(limit) : null,
        LimitReset = (LimitReset)(reader.Number("limit_reset") ?? 0),
        ExpiresAt = reader.Number("key_expires_at") is { } expires ? SqliteValues.Time(expires) : null,
        CreatorUserId = reader.Text("creator_user_id"),
    };
}
