using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Weir.Storage.Sqlite.Database;

/// <summary>A statement that the writer runs for every row of a batch: its parameters go by number, and straight to SQLite.</summary>
/// <remarks>
/// A <see cref="SqliteCommand"/> looks for each parameter by its name each time, which for a row of many columns costs as much as the row. Kept
/// compiled until it is disposed, which may be after its connection. For the writer's thread only.
/// </remarks>
internal sealed class WriterStatement : IDisposable
{
    private const int ShortText = 256;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">Open, of the writer.</param>
    /// <param name="sql">One statement; parameters are <c>?1</c>, <c>?2</c> and so on.</param>
    public WriterStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), _database);
    }

    public WriterStatement Bind(int place, long? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_int64(_statement, place, number) : raw.sqlite3_bind_null(_statement, place));
        return this;
    }

    public WriterStatement Bind(int place, double? value)
    {
        Check(value is { } number ? raw.sqlite3_bind_double(_statement, place, number) : raw.sqlite3_bind_null(_statement, place));
        return this;
    }

    public WriterStatement Bind(int place, bool value) => Bind(place, value ? 1L : 0L);

    public WriterStatement Bind(int place, ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(_statement, place, bytes));
        return this;
    }

    public WriterStatement Bind(int place, string? text)
    {
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(_statement, place));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        byte[]? rented = null;
        var bytes = most <= ShortText ? stackalloc byte[ShortText] : (rented = ArrayPool<byte>.Shared.Rent(most));
        var length = Encoding.UTF8.GetBytes(text, bytes);
        Check(raw.sqlite3_bind_text(_statement, place, bytes[..length]));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    /// <summary>Runs it to its end; how many rows it changed.</summary>
    public int Execute()
    {
        try
        {
            return Read() ? 0 : raw.sqlite3_changes(_database);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Inserts a row into a table with numbered rows; its number.</summary>
    public long Insert()
    {
        _ = Execute();
        return raw.sqlite3_last_insert_rowid(_database);
    }

    /// <summary>Goes to the next row of its answer; false after the last. <see cref="Reset"/> ends it.</summary>
    public bool Read()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }

        return code == raw.SQLITE_ROW;
    }

    /// <summary>A number of the row that was read; the first column is 0.</summary>
    public long? Number(int column) =>
        raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_int64(_statement, column);

    // What went wrong in a step was said by the step.
    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}
