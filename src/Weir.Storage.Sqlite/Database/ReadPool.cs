using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Weir.Storage.Sqlite.Database;

/// <summary>A few connections of a database that only read, so that reading and writing never wait for each other.</summary>
/// <remarks>Bounded by <c>size</c> connections; who comes when all are busy waits. Every read has a time budget, because a long one keeps the log from starting over.</remarks>
public sealed class ReadPool(SqliteDatabase database, int size, TimeSpan budget, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _free = new(size);
    private readonly ConcurrentBag<ReadConnection> _idle = [];

    /// <summary>How long one read may take.</summary>
    public TimeSpan Budget => budget;

    /// <summary>Runs a read on a connection of its own.</summary>
    /// <exception cref="TimeoutException">It took longer than its budget.</exception>
    public async ValueTask<T> ReadAsync<T>(Func<ReadConnection, T> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            var connection = _idle.TryTake(out var idle) ? idle : new ReadConnection(database, time);
            var result = Run(connection, read, cancellationToken);
            _idle.Add(connection);
            return result;
        }
        finally
        {
            _ = _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }

        _free.Dispose();
    }

    private T Run<T>(ReadConnection connection, Func<ReadConnection, T> read, CancellationToken cancellationToken)
    {
        try
        {
            connection.Begin(budget, cancellationToken);
            return read(connection);
        }
        catch (SqliteException interrupted) when (interrupted.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            connection.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"The read took longer than {budget.TotalSeconds:0.#} s.", interrupted);
        }
        catch
        {
            // Whatever state a failed read left behind goes with its connection.
            connection.Dispose();
            throw;
        }
    }
}
