using System.Globalization;
using Microsoft.Data.Sqlite;
using Weir.Ledger;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Ledger.Sessions;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Keys, charges, generations and sessions in <c>weir.db</c>.</summary>
public sealed class SqliteLedgerStore : ILedgerStore, IAsyncDisposable
{
    private const string FileName = "weir.db";
    private const string WorkspaceSetting = "default_workspace_id";

    // Requests that wait for their commit; more than this many at once wait for a place.
    private const int QueueCapacity = 4096;

    private readonly GroupCommitWriter _writer;
    private readonly GenerationTable _generations = new(new PreparedCommands());

    // One reader at a time: reads of the ledger are rare and short, none is on the request path.
    private readonly SqliteConnection _reader;
    private readonly SemaphoreSlim _readGate = new(1, 1);

    private SqliteLedgerStore(SqliteDatabase database)
    {
        _writer = new GroupCommitWriter(database, QueueCapacity);
        _reader = database.OpenConnection();
        DefaultWorkspaceId = Guid.Parse(ReadSetting(WorkspaceSetting)!);
    }

    /// <inheritdoc/>
    public Guid DefaultWorkspaceId { get; }

    /// <summary>Opens the ledger of a data folder, and makes it when it is not there.</summary>
    /// <exception cref="InvalidDataException">It was written by a newer version.</exception>
    public static SqliteLedgerStore Open(string dataFolder, Durability durability)
    {
        var database = SqliteDatabase.Open(Path.Combine(dataFolder, FileName), durability, LedgerSchema.Migrations);
        using (var connection = database.OpenConnection())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT OR IGNORE INTO settings (name, value) VALUES ($name, $value)";
            _ = command.Parameters.AddWithValue("$name", WorkspaceSetting);
            _ = command.Parameters.AddWithValue("$value", Guid.CreateVersion7().ToString());
            _ = command.ExecuteNonQuery();
        }

        return new SqliteLedgerStore(database);
    }

    /// <inheritdoc/>
    public ValueTask<long> ReadKeysVersionAsync(CancellationToken cancellationToken) =>
        ReadAsync(_ => long.Parse(ReadSetting("keys_version") ?? "0", CultureInfo.InvariantCulture), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<KeyRow>> ReadKeysAsync(CancellationToken cancellationToken) => await ReadAsync(KeyTable.ReadAll, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<KeyHash, KeyUsage>> ReadUsageAsync(DateOnly today, CancellationToken cancellationToken) =>
        await ReadAsync(connection => KeyTable.ReadUsage(connection, today), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveKeyAsync(KeyRow key, CancellationToken cancellationToken) =>
        new(_writer.WriteAsync(connection => KeyTable.Save(connection, key), cancellationToken));

    /// <inheritdoc/>
    public ValueTask DeleteKeyAsync(KeyHash hash, CancellationToken cancellationToken) =>
        new(_writer.WriteAsync(connection => KeyTable.Delete(connection, hash), cancellationToken));

    /// <inheritdoc/>
    public ValueTask SettleAsync(GenerationRow generation, DateOnly admittedOn) =>
        new(_writer.WriteAsync(connection => _generations.Insert(connection, generation, admittedOn), CancellationToken.None));

    /// <inheritdoc/>
    public ValueTask<GenerationRow?> FindGenerationAsync(GenerationId id, Guid workspaceId, CancellationToken cancellationToken) =>
        ReadAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = GenerationTable.SelectSql + " WHERE generation_id = $id AND workspace_id = $workspace";
                _ = command.Parameters.AddWithValue("$id", id.Value);
                _ = command.Parameters.AddWithValue("$workspace", workspaceId.ToString());
                using var reader = command.ExecuteReader();
                return reader.Read() ? GenerationTable.Read(reader) : null;
            },
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<GenerationRow>> ReadLatestGenerationsAsync(int limit, CancellationToken cancellationToken) =>
        await ReadAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = GenerationTable.SelectSql + " ORDER BY id DESC LIMIT $limit";
                _ = command.Parameters.AddWithValue("$limit", limit);
                using var reader = command.ExecuteReader();
                var rows = new List<GenerationRow>();
                while (reader.Read())
                {
                    rows.Add(GenerationTable.Read(reader));
                }

                return rows;
            },
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<string?> ReadSettingAsync(string name, CancellationToken cancellationToken) => ReadAsync(_ => ReadSetting(name), cancellationToken);

    /// <inheritdoc/>
    public ValueTask WriteSettingAsync(string name, string value, CancellationToken cancellationToken) =>
        new(_writer.WriteAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = "INSERT OR REPLACE INTO settings (name, value) VALUES ($name, $value)";
                _ = command.Parameters.AddWithValue("$name", name);
                _ = command.Parameters.AddWithValue("$value", value);
                _ = command.ExecuteNonQuery();
            },
            cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<SessionRow>> ReadSessionsAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await ReadAsync(connection => SessionTable.ReadAll(connection, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveSessionAsync(SessionRow session, CancellationToken cancellationToken) =>
        new(_writer.WriteAsync(connection => SessionTable.Save(connection, session), cancellationToken));

    /// <inheritdoc/>
    public ValueTask DeleteSessionAsync(KeyHash hash, CancellationToken cancellationToken) =>
        new(_writer.WriteAsync(connection => SessionTable.Delete(connection, hash), cancellationToken));

    /// <inheritdoc/>
    public ValueTask SaveLoginLinkAsync(LoginLinkRow link, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(_writer.WriteAsync(connection => LoginLinkTable.Save(connection, link, now), cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<bool> RedeemLoginLinkAsync(KeyHash link, SessionRow session, CancellationToken cancellationToken)
    {
        var isRedeemed = false;
        await _writer.WriteAsync(
            connection =>
            {
                isRedeemed = LoginLinkTable.TryTake(connection, link, session.CreatedAt);
                if (isRedeemed)
                {
                    SessionTable.Save(connection, session);
                }
            },
            cancellationToken);
        return isRedeemed;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await _readGate.WaitAsync();
        await _reader.DisposeAsync();

        // Whoever still reads fails on the closed connection instead of waiting for ever.
        _ = _readGate.Release();
    }

    private string? ReadSetting(string name)
    {
        using var command = _reader.CreateCommand();
        command.CommandText = "SELECT value FROM settings WHERE name = $name";
        _ = command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() as string;
    }

    private async ValueTask<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        await _readGate.WaitAsync(cancellationToken);
        try
        {
            return read(_reader);
        }
        finally
        {
            _ = _readGate.Release();
        }
    }
}
