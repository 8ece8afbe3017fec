using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Weir.Server.Tests.Testing;

/// <summary>Every statement that SQLite runs in this process, as SQLite itself says: no code of the server is asked, so none can leave one out.</summary>
/// <remarks>Connections that are opened once this listens are heard; those of before are not.</remarks>
internal static unsafe partial class SqliteStatements
{
    private const string Library = "e_sqlite3";

    // SQLITE_TRACE_STMT: a statement begins to run.
    private const uint TraceStatements = 1;

    private static readonly ConcurrentDictionary<string, ConcurrentQueue<SqliteStatement>> ByFile = new(StringComparer.Ordinal);
    private static readonly Lazy<int> Extension = new(() => AutoExtension(&OnOpen));

    /// <summary>The statements on a file from now on; connections to it must be opened later.</summary>
    public static ConcurrentQueue<SqliteStatement> Listen(string file)
    {
        // The library is loaded when it is first used; whoever opens databases here loads the same one.
        Assert(Extension.Value == 0, "SQLite took no automatic extension.");
        return ByFile.GetOrAdd(file, _ => new ConcurrentQueue<SqliteStatement>());
    }

    private static void Assert(bool isTrue, string otherwise)
    {
        if (!isTrue)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnOpen(nint database, nint error, nint api) => Trace(database, TraceStatements, &OnStatement, 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnStatement(uint kind, nint context, nint statement, nint text)
    {
        var file = Marshal.PtrToStringUTF8(FileName(DatabaseOf(statement), 0));
        if (file is not null && ByFile.TryGetValue(file, out var heard))
        {
            // On the thread, and in the flow, of whoever runs it.
            heard.Enqueue(new SqliteStatement(Marshal.PtrToStringUTF8(SqlOf(statement)) ?? "", IsReadOnly(statement) != 0, Activity.Current?.OperationName));
        }

        return 0;
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_auto_extension")]
    private static partial int AutoExtension(delegate* unmanaged[Cdecl]<nint, nint, nint, int> entryPoint);

    [LibraryImport(Library, EntryPoint = "sqlite3_trace_v2")]
    private static partial int Trace(nint database, uint mask, delegate* unmanaged[Cdecl]<uint, nint, nint, nint, int> callback, nint context);

    [LibraryImport(Library, EntryPoint = "sqlite3_db_handle")]
    private static partial nint DatabaseOf(nint statement);

    // Null stands for the main database of a connection.
    [LibraryImport(Library, EntryPoint = "sqlite3_db_filename")]
    private static partial nint FileName(nint database, nint name);

    [LibraryImport(Library, EntryPoint = "sqlite3_sql")]
    private static partial nint SqlOf(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_stmt_readonly")]
    private static partial int IsReadOnly(nint statement);
}
