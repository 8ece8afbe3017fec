using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Weir.Storage.Sqlite.Database;

/// <summary>One database file: how its connections are opened, and how it is brought to the newest form.</summary>
public sealed class SqliteDatabase
{
    private readonly string _connectionString;
    private readonly Durability _durability;
    private (string Name, string Path)? _attached;

    static SqliteDatabase() => Batteries_V2.Init();

    private SqliteDatabase(string path, Durability durability)
    {
        Path = path;
        _durability = durability;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
    }

    public string Path { get; }

    /// <summary>Opens a file, makes it when it is missing, and applies the migrations it lacks, each in one transaction.</summary>
    /// <exception cref="InvalidDataException">The file was written by a newer version.</exception>
    public static SqliteDatabase Open(string path, Durability durability, IReadOnlyList<string> migrations) => Open(path, durability, migrations, null, TimeProvider.System);

    /// <summary>Opens a file, makes it when it is missing, and applies the migrations it lacks, each in one transaction.</summary>
    /// <param name="path">The file.</param>
    /// <param name="durability">When a commit counts as stored.</param>
    /// <param name="migrations">One for each form the file ever had, the oldest first.</param>
    /// <param name="onProgress">Told every few seconds how far they are, on this thread; null: nobody.</param>
    /// <param name="time">The clock of that.</param>
    /// <exception cref="InvalidDataException">The file was written by a newer version.</exception>
    public static SqliteDatabase Open(string path, Durability durability, IReadOnlyList<string> migrations, Action<MigrationProgress>? onProgress, TimeProvider time)
    {
        var database = new SqliteDatabase(path, durability);
        using var connection = database.OpenConnection();
        SchemaMigration.Check(connection, path, migrations);

        // auto_vacuum must be chosen before the first table; WAL is a property of the file and stays.
        Execute(connection, "PRAGMA auto_vacuum=INCREMENTAL");
        Execute(connection, "PRAGMA journal_mode=WAL");
        new SchemaMigration(connection, path, migrations, onProgress, time).Run();
        return database;
    }

    /// <summary>A new connection with the settings that every connection needs.</summary>
    public SqliteConnection OpenConnection()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();

        // Else SQLite (since 3.48) compiles a statement anew whenever the parameter of its LIMIT is bound: half of what reading an ordinary trace took.
        SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _), connection.Handle);

        // NORMAL does not sync a commit in WAL mode; FULL does.
        Execute(connection, _durability == Durability.Disk ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        Execute(connection, "PRAGMA busy_timeout=10000");
        Execute(connection, "PRAGMA foreign_keys=ON");
        return connection;
    }

    /// <summary>Lets connections that read see another file too, under a name. Before the first of them is opened.</summary>
    public void Attach(string name, string path) => _attached = (name, path);

    /// <summary>A new connection for reading.</summary>
    internal SqliteConnection OpenForReading()
    {
        var connection = OpenConnection();
        if (_attached is { } other)
        {
            using var attach = connection.CreateCommand();
            attach.CommandText = $"ATTACH DATABASE $path AS {other.Name}";
            _ = attach.Bind("$path", other.Path).ExecuteNonQuery();
        }

        // 16 MiB instead of 2: what lies close together in a list lies apart in the file.
        Execute(connection, "PRAGMA cache_size=-16384");
        Execute(connection, "PRAGMA query_only=ON");
        return connection;
    }

    /// <summary>Whether those who read see another file beside this one.</summary>
    internal bool HasAttached => _attached is not null;

    /// <summary>A connection to a file that is there, which changes nothing in it.</summary>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    internal static SqliteConnection OpenReadOnly(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        return connection;
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }

    internal static long ReadNumber(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }
}
