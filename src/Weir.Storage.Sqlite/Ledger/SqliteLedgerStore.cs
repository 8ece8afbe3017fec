using System.Globalization;
using Microsoft.Data.Sqlite;
using Weir.Ledger;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Ledger.Sessions;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Keys, entries, generations and sessions in <c>weir.db</c>.</summary>
public sealed class SqliteLedgerStore : ILedgerStore, IAsyncDisposable
{
    private const string FileName = "weir.db";
    private const string WorkspaceSetting = "default_workspace_id";

    private readonly LedgerDatabase _database;
    private readonly GenerationTable _generations = new(new PreparedCommands());

    private SqliteLedgerStore(LedgerDatabase database, Guid defaultWorkspaceId)
    {
        _database = database;
        Workspaces = new SqliteWorkspaceStore(database);
        Authorizations = new SqliteAuthorizationStore(database);
        Activity = new SqliteActivityStore(database);
        Secrets = new SqliteSecretStore(database);
        Audit = new SqliteAuditStore(database);
        DefaultWorkspaceId = defaultWorkspaceId;
    }

    /// <inheritdoc/>
    public Guid DefaultWorkspaceId { get; }

    /// <summary>The workspaces of the same file.</summary>
    public SqliteWorkspaceStore Workspaces { get; }

    /// <summary>The authorization codes of the same file.</summary>
    public SqliteAuthorizationStore Authorizations { get; }

    /// <summary>Sums and reports of the same file.</summary>
    public SqliteActivityStore Activity { get; }

    /// <summary>The sealed credentials of the same file.</summary>
    public SqliteSecretStore Secrets { get; }

    /// <summary>The log of administrative changes in the same file.</summary>
    public SqliteAuditStore Audit { get; }

    /// <summary>Opens the ledger of a data folder, and makes it when it is not there.</summary>
    /// <exception cref="InvalidDataException">It was written by a newer version.</exception>
    public static SqliteLedgerStore Open(string dataFolder, Durability durability)
    {
        var database = SqliteDatabase.Open(Path.Combine(dataFolder, FileName), durability, LedgerSchema.Migrations);
        using var connection = database.OpenConnection();
        SettingTable.WriteFirst(connection, WorkspaceSetting, Guid.CreateVersion7().ToString());
        return new SqliteLedgerStore(new LedgerDatabase(database), Guid.Parse(SettingTable.Read(connection, WorkspaceSetting)!));
    }

    /// <summary>Reads the sums of a folder's ledger without opening it for writing, also beside the server that has it open.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="unread">Why they could not be read; null when there is no ledger yet.</param>
    public static LedgerSums? TryReadSums(string dataFolder, out string? unread)
    {
        var path = Path.Combine(dataFolder, FileName);
        unread = null;
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var connection = SqliteDatabase.OpenReadOnly(path);
            if (SqliteDatabase.ReadNumber(connection, "PRAGMA user_version") == LedgerSchema.Migrations.Length)
            {
                return EntryTable.ReadSums(connection);
            }

            unread = $"{path} has the form of another version; the next start of this one brings it up to date";
        }
        catch (SqliteException failure)
        {
            unread = $"{path} cannot be read ({failure.Message})";
        }

        return null;
    }

    /// <inheritdoc/>
    public ValueTask<long> ReadKeysVersionAsync(CancellationToken cancellationToken) =>
        _database.ReadAsync(connection => long.Parse(SettingTable.Read(connection, "keys_version") ?? "0", CultureInfo.InvariantCulture), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<KeyRow>> ReadKeysAsync(CancellationToken cancellationToken) => await _database.ReadAsync(KeyTable.ReadAll, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<KeyHash, KeyUsage>> ReadUsageAsync(DateOnly today, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => KeyTable.ReadUsage(connection, today), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<Guid, KeyUsage>> ReadWorkspaceUsageAsync(DateOnly today, CancellationToken cancellationToken) =>
        await _database.ReadAsync(
            connection => SpendDays.Read(connection, ("workspace_days", "workspace_id"), today).ToDictionary(known => Guid.Parse(known.Spender), known => known.Usage),
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Credits> ReadCreditsAsync(CancellationToken cancellationToken) => _database.ReadAsync(EntryTable.ReadCredits, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Usd> ReadChargedAsync(CancellationToken cancellationToken) => _database.ReadAsync(EntryTable.ReadCharged, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<EntryRow> AddEntryAsync(EntryRow entry, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => EntryTable.Insert(connection, entry), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<EntryRow>> ReadLatestEntriesAsync(int limit, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => EntryTable.ReadLatest(connection, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LedgerSums> ReadSumsAsync(CancellationToken cancellationToken) => _database.ReadAsync(EntryTable.ReadSums, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveKeyAsync(KeyRow key, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => KeyTable.Save(connection, key), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteKeyAsync(KeyHash hash, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => KeyTable.Delete(connection, hash), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SettleAsync(GenerationRow generation, DateOnly admittedOn) =>
        _database.WriteAsync(connection => _generations.Insert(connection, generation, admittedOn), CancellationToken.None);

    /// <inheritdoc/>
    public ValueTask<GenerationRow?> FindGenerationAsync(GenerationId id, Guid? workspaceId, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = GenerationTable.SelectSql + " WHERE generation_id = $id AND ($workspace IS NULL OR workspace_id = $workspace)";
                _ = command.Parameters.AddWithValue("$id", id.Value);
                _ = command.Parameters.AddWithValue("$workspace", (object?)workspaceId?.ToString() ?? DBNull.Value);
                using var reader = command.ExecuteReader();
                return reader.Read() ? GenerationTable.Read(reader) : null;
            },
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<GenerationRow>> ReadLatestGenerationsAsync(int limit, CancellationToken cancellationToken) =>
        await _database.ReadAsync(
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
    public ValueTask<string?> ReadSettingAsync(string name, CancellationToken cancellationToken) =>
        _database.ReadAsync(connection => SettingTable.Read(connection, name), cancellationToken);

    /// <inheritdoc/>
    public ValueTask WriteSettingAsync(string name, string value, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => SettingTable.Write(connection, name, value), cancellationToken);

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
    public ValueTask<bool> RedeemLoginLinkAsync(KeyHash link, SessionRow session, CancellationToken cancellationToken) => _database.WriteAsync(
        connection =>
        {
            var isRedeemed = LoginLinkTable.TryTake(connection, link, session.CreatedAt);
            if (isRedeemed)
            {
                SessionTable.Save(connection, session);
            }

            return isRedeemed;
        },
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
