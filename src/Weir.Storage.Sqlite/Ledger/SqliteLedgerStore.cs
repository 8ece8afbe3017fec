using Weir.Ledger;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Keys, generations with their charges, and settings in <c>weir.db</c>; it has the stores of everything else in that file.</summary>
public sealed class SqliteLedgerStore : ILedgerStore, IAsyncDisposable
{
    // What GET /activity and the analytics may take; then they answer 408.
    private static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(10);

    private readonly LedgerDatabase _database;

    // Made and used on the writer's thread only.
    private GenerationInserter? _inserter;

    private SqliteLedgerStore(LedgerDatabase database, Guid defaultWorkspaceId)
    {
        _database = database;
        Entries = new SqliteEntryStore(database);
        Sessions = new SqliteSignInStore(database);
        Workspaces = new SqliteWorkspaceStore(database);
        Authorizations = new SqliteAuthorizationStore(database);
        Activity = new SqliteActivityStore(database);
        Usage = new SqliteUsageStore(database);
        Secrets = new SqliteSecretStore(database);
        Audit = new SqliteAuditStore(database);
        Guardrails = new SqliteGuardrailStore(database);
        Organization = new SqliteOrganizationStore(database);
        Notifications = new SqliteNotificationStore(database);
        DefaultWorkspaceId = defaultWorkspaceId;
    }

    /// <inheritdoc/>
    public Guid DefaultWorkspaceId { get; }

    /// <summary>The entries of the same file.</summary>
    public SqliteEntryStore Entries { get; }

    /// <summary>The console's sessions of the same file.</summary>
    public SqliteSignInStore Sessions { get; }

    /// <summary>The workspaces of the same file.</summary>
    public SqliteWorkspaceStore Workspaces { get; }

    /// <summary>The authorization codes of the same file.</summary>
    public SqliteAuthorizationStore Authorizations { get; }

    /// <summary>Sums and reports of the same file.</summary>
    public SqliteActivityStore Activity { get; }

    /// <summary>Sums over the generations of the same file, and lists of them.</summary>
    public SqliteUsageStore Usage { get; }

    /// <summary>The sealed credentials of the same file.</summary>
    public SqliteSecretStore Secrets { get; }

    /// <summary>The log of administrative changes in the same file.</summary>
    public SqliteAuditStore Audit { get; }

    /// <summary>The guardrails of the same file.</summary>
    public SqliteGuardrailStore Guardrails { get; }

    /// <summary>The users and groups of the same file.</summary>
    public SqliteOrganizationStore Organization { get; }

    /// <summary>The notices of the same file.</summary>
    public SqliteNotificationStore Notifications { get; }

    /// <summary>Opens the ledger of a data folder, and makes it when it is not there.</summary>
    /// <exception cref="InvalidDataException">It was written by a newer version.</exception>
    public static SqliteLedgerStore Open(string dataFolder, Durability durability) => Open(dataFolder, durability, LongestRead);

    /// <summary>The same with another budget for reads over all generations.</summary>
    public static SqliteLedgerStore Open(string dataFolder, Durability durability, TimeSpan longestRead)
    {
        var database = LedgerDatabase.Open(dataFolder, durability, longestRead, out var defaultWorkspaceId);
        return new SqliteLedgerStore(database, defaultWorkspaceId);
    }

    /// <inheritdoc/>
    public ValueTask<long> ReadKeysVersionAsync(CancellationToken cancellationToken) =>
        _database.ReadAsync(KeyTable.ReadVersion, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<KeyRow>> ReadKeysAsync(CancellationToken cancellationToken) =>
        await _database.ReadAsync(KeyTable.ReadAll, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<KeyHash, Spend>> ReadUsageAsync(DateOnly today, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => KeyTable.ReadUsage(connection, today), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<KeyHash, Spend>> ReadByokAsync(DateOnly today, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => KeyTable.ReadUsage(connection, today, "byok_nanos"), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SaveKeyAsync(KeyRow key, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => KeyTable.Save(connection, key), cancellationToken);

    /// <inheritdoc/>
    public ValueTask DeleteKeyAsync(KeyHash hash, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => KeyTable.Delete(connection, hash), cancellationToken);

    /// <inheritdoc/>
    public ValueTask SettleAsync(GenerationRow generation, DateOnly admittedOn) =>
        _database.WriteAsync(connection => (_inserter ??= new GenerationInserter(connection)).Insert(generation, admittedOn), CancellationToken.None);

    /// <inheritdoc/>
    public ValueTask<GenerationRow?> FindGenerationAsync(GenerationId id, Guid? workspaceId, CancellationToken cancellationToken) =>
        _database.ReadAsync(connection => GenerationTable.Find(connection, id, workspaceId), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<GenerationRow>> ReadLatestGenerationsAsync(int limit, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => GenerationTable.ReadLatest(connection, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<string?> ReadSettingAsync(string name, CancellationToken cancellationToken) =>
        _database.ReadAsync(connection => SettingTable.Read(connection, name), cancellationToken);

    /// <inheritdoc/>
    public ValueTask WriteSettingAsync(string name, string value, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => SettingTable.Write(connection, name, value), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A file whose statements are not disposed stays open; the writer uses them until it is closed.
        await _database.DisposeAsync();
        _inserter?.Dispose();
    }
}
