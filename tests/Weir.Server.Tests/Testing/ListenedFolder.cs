using System.Collections.Concurrent;

namespace Weir.Server.Tests.Testing;

/// <summary>A folder for a test server of whose ledger every statement is heard.</summary>
internal sealed class ListenedFolder : IDisposable
{
    public ListenedFolder() => Statements = SqliteStatements.Listen(System.IO.Path.Combine(Path, "data", "weir.db"));

    public string Path { get; } = Directory.CreateTempSubdirectory("weir-heard-").FullName;

    public ConcurrentQueue<SqliteStatement> Statements { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
