using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Weir.Storage.Sqlite.Database;

/// <summary>Brings a file to the newest form: the migrations it lacks, each in one transaction.</summary>
/// <remarks>Of a large file that takes minutes, so it says now and then how far it is: by the statements that go through what is stored.</remarks>
internal sealed partial class SchemaMigration(SqliteConnection connection, string path, IReadOnlyList<string> migrations, Action<MigrationProgress>? onProgress, TimeProvider time)
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(3);

    // Some milliseconds.
    private const int StepsBetweenLooks = 1_000_000;

    private readonly long _started = time.GetTimestamp();
    private long _from;
    private int _done;
    private int _all;
    private long _told;

    /// <summary>The gate of every file: one of a newer version is left as it is, whatever of it could be read.</summary>
    /// <exception cref="InvalidDataException">The file was written by a newer version.</exception>
    public static void Check(SqliteConnection connection, string path, IReadOnlyList<string> migrations)
    {
        var version = SqliteDatabase.ReadNumber(connection, "PRAGMA user_version");
        if (version > migrations.Count)
        {
            throw new InvalidDataException(
                $"{path} was written by a newer Weir (schema {version}, this one knows {migrations.Count}); use that version, or another folder.");
        }
    }

    /// <summary>Applies what is missing.</summary>
    public void Run()
    {
        var version = _from = SqliteDatabase.ReadNumber(connection, "PRAGMA user_version");
        if (version == migrations.Count)
        {
            return;
        }

        _all = migrations.Skip((int)version).Sum(migration => Passes().Count(migration));
        _told = _started;
        raw.sqlite3_progress_handler(connection.Handle, StepsBetweenLooks, _ => Look(), null);
        try
        {
            while (version < migrations.Count)
            {
                version = MigrateOnce();
            }
        }
        finally
        {
            raw.sqlite3_progress_handler(connection.Handle, 0, null, null);
        }

        if (_told != _started)
        {
            _done = _all;
            Tell();
        }
    }

    // Statements that go through a table; what a trigger does is counted too, which only makes the percentage too small.
    [GeneratedRegex(@"(^|;)\s*(CREATE (UNIQUE )?INDEX|UPDATE|INSERT)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Passes();

    // The version is read again inside the transaction: another process may be opening the same folder.
    private long MigrateOnce()
    {
        SqliteDatabase.Execute(connection, "BEGIN IMMEDIATE");
        var version = SqliteDatabase.ReadNumber(connection, "PRAGMA user_version");
        if (version < migrations.Count)
        {
            Execute(migrations[(int)version]);
            SqliteDatabase.Execute(connection, $"PRAGMA user_version={version + 1}");
            version++;
        }

        SqliteDatabase.Execute(connection, "COMMIT");
        return version;
    }

    // Statement by statement, as SQLite cuts them.
    private void Execute(string migration)
    {
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(migration);
        while (!rest.IsEmpty)
        {
            var length = rest.Length;
            var code = raw.sqlite3_prepare_v2(connection.Handle, rest, out var statement, out var tail);
            SqliteException.ThrowExceptionForRC(code, connection.Handle);
            using (statement)
            {
                Step(statement);
            }

            _done += Passes().IsMatch(Encoding.UTF8.GetString(rest[..(length - tail.Length)])) ? 1 : 0;
            rest = tail;
        }
    }

    private void Step(sqlite3_stmt statement)
    {
        // Blanks and comments are no statement.
        if (statement.IsInvalid)
        {
            return;
        }

        int code;
        do
        {
            code = raw.sqlite3_step(statement);
        }
        while (code == raw.SQLITE_ROW);
        SqliteException.ThrowExceptionForRC(code, connection.Handle);
    }

    private int Look()
    {
        if (time.GetElapsedTime(_told) > BetweenReports)
        {
            _told = time.GetTimestamp();
            Tell();
        }

        return 0;
    }

    private void Tell() => onProgress?.Invoke(new MigrationProgress(Path.GetFileName(path), _from, migrations.Count, _done, _all, time.GetElapsedTime(_started)));
}
