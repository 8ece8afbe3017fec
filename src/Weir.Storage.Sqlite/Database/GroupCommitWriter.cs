using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Weir.Storage.Sqlite.Database;

/// <summary>The one writer of a database file: many callers, one transaction, one sync.</summary>
/// <remarks>
/// Callers hand in work and wait for the commit it became part of. While one group is being committed the next one gathers,
/// so a busy server pays one sync for many requests and an idle one waits for nobody. A failing item fails alone:
/// its group is rolled back and its members are tried one by one. Checkpoints run beside it, on a thread and a connection of their own.
/// Queue bounded by <c>capacity</c> items; a full queue makes callers wait, and so does a log that grows faster than it is copied into the file.
/// </remarks>
public sealed class GroupCommitWriter : IAsyncDisposable
{
    private const int LargestGroup = 512;

    private readonly Channel<PendingWrite> _queue;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollBack;
    private readonly WalCheckpointer _checkpointer;
    private readonly WriterRest _rest;
    private readonly Thread _thread;
    private readonly ManualResetEventSlim _closing = new();
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GroupCommitWriter(SqliteDatabase database, int capacity)
    {
        _connection = database.OpenConnection();
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _rollBack = Prepare("ROLLBACK");
        _queue = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(capacity) { SingleReader = true });

        // A commit that also has to checkpoint keeps its callers waiting for some 100 ms.
        SqliteDatabase.Execute(_connection, "PRAGMA wal_autocheckpoint=0");
        _checkpointer = new WalCheckpointer(database);
        _rest = new WriterRest(() => _checkpointer.Slowdown, TimeProvider.System);

        // 32 MiB instead of 2: unique indices over random ids touch pages all over the file.
        SqliteDatabase.Execute(_connection, "PRAGMA cache_size=-32768");

        // A thread of its own: SQLite calls block, and a sync must not hold a thread-pool thread that requests wait for.
        _thread = new Thread(Run) { IsBackground = true, Name = $"writer of {System.IO.Path.GetFileName(database.Path)}" };
        _thread.Start();
    }

    /// <summary>Runs <paramref name="write"/> in the next group and returns when that group is committed.</summary>
    /// <param name="write">Called on the writer's thread, inside its transaction; called again alone when its group fails.</param>
    /// <param name="cancellationToken">Gives up waiting for a place in the queue; work that is queued is done.</param>
    /// <exception cref="IOException">It could not be committed.</exception>
    public async Task WriteAsync(Action<SqliteConnection> write, CancellationToken cancellationToken)
    {
        var pending = new PendingWrite(write);
        try
        {
            await _queue.Writer.WriteAsync(pending, cancellationToken);
        }
        catch (ChannelClosedException closed)
        {
            throw new IOException("The store is closed.", closed);
        }

        await pending.Committed;
    }

    /// <summary>Commits what is queued and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _ = _queue.Writer.TryComplete();
        _closing.Set();
        await _stopped.Task;
        _checkpointer.Dispose();
        _closing.Dispose();
        _begin.Dispose();
        _commit.Dispose();
        _rollBack.Dispose();
        await _connection.DisposeAsync();
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
        return command;
    }

    private void Run()
    {
        var group = new List<PendingWrite>(LargestGroup);
        while (WaitForWork())
        {
            while (group.Count < LargestGroup && _queue.Reader.TryRead(out var pending))
            {
                group.Add(pending);
            }

            var started = Stopwatch.GetTimestamp();
            CommitGroup(group);
            group.Clear();
            var rest = _rest.After(Stopwatch.GetElapsedTime(started));
            if (rest > TimeSpan.Zero)
            {
                _ = _closing.Wait(rest);
            }
        }

        _stopped.SetResult();
    }

    private bool WaitForWork()
    {
        var waiting = _queue.Reader.WaitToReadAsync();
        return waiting.IsCompletedSuccessfully ? waiting.GetAwaiter().GetResult() : waiting.AsTask().GetAwaiter().GetResult();
    }

    private void CommitGroup(List<PendingWrite> group)
    {
        var failure = TryCommit(group);
        if (failure is null || group.Count == 1)
        {
            group.ForEach(pending => pending.Complete(failure));
            return;
        }

        foreach (var pending in group)
        {
            pending.Complete(TryCommit([pending]));
        }
    }

    // Null when committed; else why not, with nothing written.
    private Exception? TryCommit(List<PendingWrite> group)
    {
        try
        {
            _ = _begin.ExecuteNonQuery();
            foreach (var pending in group)
            {
                pending.Write(_connection);
            }

            _ = _commit.ExecuteNonQuery();
            return null;
        }
        catch (Exception failure)
        {
            TryRollBack();
            return failure;
        }
    }

    private void TryRollBack()
    {
        try
        {
            _ = _rollBack.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // SQLite has already rolled back by itself (disk full, I/O error): there is nothing left to undo.
        }
    }
}
