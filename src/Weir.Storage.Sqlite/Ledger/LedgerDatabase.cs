using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;

namespace Weir.Storage.Sqlite.Ledger;

/// <summary>The one writer and the one reader of <c>weir.db</c>, which its stores share.</summary>
internal sealed class LedgerDatabase(SqliteDatabase database) : IAsyncDisposable
{
    public const string FileName = "weir.db";

    // Requests that wait for their commit; more than this many at once wait for a place.
    private const int QueueCapacity = 4096;

    private readonly GroupCommitWriter _writer = new(database, QueueCapacity);

    // One reader at a time: reads of the ledger are rare and short, none is on the request path.
    private readonly SqliteConnection _reader = database.OpenConnection();
    private readonly SemaphoreSlim _readGate = new(1, 1);

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
        await _writer.DisposeAsync();
        await _readGate.WaitAsync();
        await _reader.DisposeAsync();

        // Whoever still reads fails on the closed connection instead of waiting for ever.
        _ = _readGate.Release();
    }
}
