using Microsoft.Data.Sqlite;

namespace Weir.Storage.Sqlite.Database;

/// <summary>Moves committed pages from the write-ahead log into the database file, beside the writer instead of in its way.</summary>
/// <remarks>
/// PASSIVE copies what it can while readers and the writer go on, but the log starts over only when everything was copied and
/// nobody reads it. When a log has grown past <see cref="LargestLog"/> it is therefore cut with TRUNCATE right after a PASSIVE
/// pass: that one keeps the writer waiting, though only for the little that the pass left. A writer that is faster than a pass would
/// leave it more each time, until the disk is full: it asks for <see cref="Slowdown"/>.
/// </remarks>
internal sealed class WalCheckpointer : IDisposable
{
    private const long WorthCopying = 4L << 20;
    private const long LargestLog = 64L << 20;
    private const long MuchTooLarge = 4 * LargestLog;
    private const long SlowsTheWriter = 8 * LargestLog;
    private const double LargestSlowdown = 4;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly SqliteDatabase _database;
    private readonly SqliteConnection _connection;
    private readonly ManualResetEventSlim _closing = new();
    private readonly Thread _thread;

    public WalCheckpointer(SqliteDatabase database)
    {
        _database = database;
        _connection = database.OpenConnection();

        // TRUNCATE holds the writer's lock while it waits for readers: it must give up soon.
        SqliteDatabase.Execute(_connection, "PRAGMA busy_timeout=100");
        _thread = new Thread(Run) { IsBackground = true, Name = $"checkpoints of {Path.GetFileName(database.Path)}" };
        _thread.Start();
    }

    /// <summary>
    /// How many times as long as a commit took the writer shall rest after it: 0 up to half a gigabyte of log, then the more the longer it is. So the log ends where both are equally fast.
    /// </summary>
    public double Slowdown => SlowdownOf(LogSize());

    /// <summary>The same for a log of so many bytes.</summary>
    internal static double SlowdownOf(long size) =>
        size <= SlowsTheWriter ? 0 : Math.Min(LargestSlowdown, (double)(size - SlowsTheWriter) / SlowsTheWriter);

    /// <summary>Copies the whole log into the file, so that a stopped server's folder is one file a database.</summary>
    public void Dispose()
    {
        _closing.Set();
        _thread.Join();
        _connection.Dispose();
        _closing.Dispose();
    }

    private void Run()
    {
        while (!_closing.Wait(Interval))
        {
            // The file keeps its size when the log starts over: a pass without work costs two reads of its header.
            var size = LogSize();
            if (size >= WorthCopying)
            {
                TryCheckpoint("PRAGMA wal_checkpoint(PASSIVE)");
            }

            if (size > LargestLog)
            {
                // Readers that follow each other closely leave no gap of a tenth of a second: at some point the writer waits for them instead.
                SqliteDatabase.Execute(_connection, size > MuchTooLarge ? "PRAGMA busy_timeout=1000" : "PRAGMA busy_timeout=100");
                TryCheckpoint("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }

        TryCheckpoint("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private long LogSize()
    {
        var log = new FileInfo(_database.Path + "-wal");
        return log.Exists ? log.Length : 0;
    }

    private void TryCheckpoint(string sql)
    {
        try
        {
            SqliteDatabase.Execute(_connection, sql);
        }
        catch (SqliteException)
        {
            // Busy, or the disk is full: what is in the log is safe there, and the next round tries again.
        }
    }
}
