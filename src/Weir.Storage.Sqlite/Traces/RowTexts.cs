using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Weir.Storage.Sqlite.Traces;

/// <summary>Reads texts of many rows of one statement; a text that the row before had too is not made again.</summary>
/// <remarks>Names, kinds, models and sessions repeat from span to span of a trace: of 20,000 spans that is most of what reading them costs.</remarks>
internal sealed class RowTexts
{
    private const int Columns = 32;

    // A longer text is as a rule another one each time: comparing it would be in vain.
    private const int LongestKept = 256;

    private readonly (byte[] Bytes, string Text)[] _last = new (byte[], string)[Columns];

    /// <summary>A text column; empty for NULL.</summary>
    public string Read(SqliteDataReader row, int column) => ReadOrNull(row, column) ?? "";

    /// <summary>A text column of the row; null for NULL.</summary>
    public string? ReadOrNull(SqliteDataReader row, int column)
    {
        // The bytes of a text are its UTF-8, which is how the file has it. Each call for a column takes the connection's lock: what NULL is comes out of this one as a rule.
        var statement = row.Handle;
        var bytes = raw.sqlite3_column_blob(statement, column);
        if (bytes.IsEmpty)
        {
            return raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : "";
        }

        if (bytes.Length > LongestKept)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        ref var last = ref _last[column];
        if (last.Bytes is null || !bytes.SequenceEqual(last.Bytes))
        {
            last = (bytes.ToArray(), Encoding.UTF8.GetString(bytes));
        }

        return last.Text;
    }
}
