using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads numbers of many rows of one statement, straight from SQLite.</summary>
/// <remarks>
/// Every question about a column takes the connection's lock and costs as much as the answer, and the reader of the driver asks two or three
/// for each number: of a trace of 20,000 spans that was half of the time.
/// </remarks>
internal static class RowNumbers
{
    /// <summary>A column that is never NULL.</summary>
    public static long Read(SqliteDataReader row, int column) => raw.sqlite3_column_int64(row.Handle, column);

    /// <summary>A column; null for NULL, which SQLite reads as 0, so that only a 0 has to be asked what it is.</summary>
    public static long? ReadOrNull(SqliteDataReader row, int column)
    {
        var number = raw.sqlite3_column_int64(row.Handle, column);
        return number != 0 || raw.sqlite3_column_type(row.Handle, column) != raw.SQLITE_NULL ? number : null;
    }
}
