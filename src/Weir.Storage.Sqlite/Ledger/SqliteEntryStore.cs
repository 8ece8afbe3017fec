using Microsoft.Data.Sqlite;
using Weir.Ledger.Entries;
using Weir.Ledger.Reconciliation;
using Weir.Protocol.Primitives;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>Grants and refunds in <c>weir.db</c>, and the sums of all money.</summary>
public sealed class SqliteEntryStore : IEntryStore
{
    private readonly LedgerDatabase _database;

    internal SqliteEntryStore(LedgerDatabase database) => _database = database;

    /// <summary>Reads the sums of a folder's ledger without opening it for writing, also beside the server that has it open.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="unread">Why they could not be read; null when there is no ledger yet.</param>
    public static LedgerSums? TryReadSums(string dataFolder, out string? unread) => TryRead(dataFolder, EntryTable.ReadSums, out unread);

    /// <summary>Reads what models cost in the same way.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="query">Which.</param>
    /// <param name="unread">Why it could not be read; null when there is no ledger yet.</param>
    public static IReadOnlyList<DailyCost>? TryReadCosts(string dataFolder, CostQuery query, out string? unread) =>
        TryRead(dataFolder, connection => CostTable.Read(connection, query, int.MaxValue), out unread);

    /// <summary>Reads a setting of the installation in the same way; null where it was never written.</summary>
    public static string? TryReadSetting(string dataFolder, string name, out string? unread) =>
        TryRead(dataFolder, connection => SettingTable.Read(connection, name), out unread);

    private static T? TryRead<T>(string dataFolder, Func<SqliteConnection, T?> read, out string? unread)
        where T : class
    {
        var path = Path.Combine(dataFolder, LedgerDatabase.FileName);
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
                return read(connection);
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
    public ValueTask<Credits> ReadCreditsAsync(CancellationToken cancellationToken) => _database.ReadAsync(EntryTable.ReadCredits, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Usd> ReadChargedAsync(CancellationToken cancellationToken) => _database.ReadAsync(EntryTable.ReadCharged, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<EntryRow> AddEntryAsync(EntryRow entry, CancellationToken cancellationToken) => entry.Kind == EntryKind.Refund
        ? throw new ArgumentException("A refund lowers the days of its charge: RefundAsync does both.", nameof(entry))
        : _database.WriteAsync(connection => EntryTable.Insert(connection, entry), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<RefundResult> RefundAsync(RefundDraft draft, DateTimeOffset at, CancellationToken cancellationToken) =>
        _database.WriteAsync(connection => RefundTable.Insert(connection, draft, at), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RefundedCharge>> ReadRefundsAsync(long afterEntryId, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => RefundTable.ReadSince(connection, afterEntryId), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DailyCost>> ReadCostsAsync(CostQuery query, int limit, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => CostTable.Read(connection, query, limit), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<EntryRow>> ReadLatestEntriesAsync(int limit, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => EntryTable.ReadLatest(connection, limit), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<EntryRow>> ReadEntriesAsync(EntryQuery query, CancellationToken cancellationToken) =>
        await _database.ReadAsync(connection => EntryTable.Read(connection, query), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<LedgerSums> ReadSumsAsync(CancellationToken cancellationToken) => _database.ReadAsync(EntryTable.ReadSums, cancellationToken);
}
