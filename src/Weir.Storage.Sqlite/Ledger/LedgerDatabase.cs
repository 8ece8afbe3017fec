using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>The one writer and the one reader of <c>weir.db</c>, which its stores share.</summary>
/// <remarks>What may take long has connections of its own (<see cref="Long"/>), so that nothing else waits for it.</remarks>
internal sealed class LedgerDatabase(SqliteDatabase database, TimeSpan longest) : IAsyncDisposable
{
    public const string FileName = "weir.db";

    private const string WorkspaceSetting = "default_workspace_id";

    // Requests that wait for their commit; more than this many at once wait for a place.
    private const int QueueCapacity = 4096;

    // Two, because each may keep a core busy as long as its budget lasts.
    private const int LongReaders = 2;

    private readonly GroupCommitWriter _writer = new(database, QueueCapacity);

    // One reader at a time: reads of the ledger are rare and short, none is on the request path.
    private readonly SqliteConnection _reader = database.OpenConnection();
    private readonly SemaphoreSlim _readGate = new(1, 1);

    /// <summary>Connections for sums and lists over all generations, each read with a time budget.</summary>
    public ReadPool Long { get; } = new(database, LongReaders, longest, TimeProvider.System);

    /// <summary>Opens the file of a data folder, and makes it when it is not there.</summary>
    /// <param name="dataFolder">The folder.</param>
    /// <param name="durability">When a commit is safe.</param>
    /// <param name="longest">Budget of a read over all generations.</param>
    /// <param name="defaultWorkspaceId">Of the installation; made with the file.</param>
    /// <exception cref="InvalidDataException">It was written by a newer version.</exception>
    public static LedgerDatabase Open(string dataFolder, Durability durability, TimeSpan longest, out Guid defaultWorkspaceId)
    {
        var database = SqliteDatabase.Open(Path.Combine(dataFolder, FileName), durability, LedgerSchema.Migrations);
        using var connection = database.OpenConnection();
        SettingTable.WriteFirst(connection, WorkspaceSetting, Guid.CreateVersion7().ToString());
        defaultWorkspaceId = Guid.Parse(SettingTable.Read(connection, WorkspaceSetting)!);
        return new LedgerDatabase(database, longest);
    }

    public ValueTask WriteAsync(Action<SqliteConnection> write, CancellationToken cancellationToken) => new(_writer.WriteAsync(write, cancellationToken));

    /// <summary>A write that finds something out, which is known once it is committed.</summary>
    public async ValueTask<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken)
    {
        var result = default(T)!;
        await _writer.WriteAsync(connection => result = write(connection), cancellationToken);
        return result;
    }

    public async ValueTask<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Long.Dispose();
        await _writer.DisposeAsync();
        await _readGate.WaitAsync();
        await _reader.DisposeAsync();

        // Whoever still reads fails on the closed connection instead of waiting for ever.
        _ = _readGate.Release();
    }
}
