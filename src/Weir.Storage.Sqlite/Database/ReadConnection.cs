using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Weir.Storage.Sqlite.Database;

/// <summary>One connection that only reads, its prepared statements, and how long the read under way may still take.</summary>
/// <remarks>Used by one caller at a time. A read begins with at most <see cref="MostStatements"/> statements; with more they are all dropped.</remarks>
public sealed class ReadConnection : IDisposable
{
    private const int MostStatements = 64;

    // SQLite counts in steps of its virtual machine; a thousand take some tens of microseconds.
    private const int StepsBetweenChecks = 1000;

    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private long _started;
    private TimeSpan _budget;
    private CancellationToken _cancellation;

    internal ReadConnection(SqliteDatabase database, TimeProvider time)
    {
        _time = time;
        _connection = database.OpenForReading();
        HasIndex = database.HasAttached;
        raw.sqlite3_progress_handler(_connection.Handle, StepsBetweenChecks, _ => MustStop ? 1 : 0, null);
    }

    /// <summary>Whether the caller has left or the read has used its time.</summary>
    public bool MustStop => _cancellation.IsCancellationRequested || Elapsed > _budget;

    /// <summary>Whether the index of words is there beside the spans.</summary>
    public bool HasIndex { get; }

    /// <summary>How long the read under way has taken.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    /// <summary>The prepared statement of a text, with the parameters it had last time.</summary>
    public SqliteCommand Command(string sql)
    {
        if (_commands.TryGetValue(sql, out var known))
        {
            return known;
        }

        var command = _connection.CreateCommand();
        command.CommandText = sql;
        _commands.Add(sql, command);
        return command;
    }

    /// <summary>Runs a statement that answers nothing, such as the beginning of a transaction in which reads see one moment.</summary>
    public void Execute(string sql) => SqliteDatabase.Execute(_connection, sql);

    public void Dispose()
    {
        DropCommands();
        _connection.Dispose();
    }

    internal void Begin(TimeSpan budget, CancellationToken cancellationToken)
    {
        // Not in the middle of a read, which may be going through the rows of one statement while it asks for another.
        if (_commands.Count >= MostStatements)
        {
            DropCommands();
        }

        _started = _time.GetTimestamp();
        _budget = budget;
        _cancellation = cancellationToken;
    }

    private void DropCommands()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _commands.Clear();
    }
}
