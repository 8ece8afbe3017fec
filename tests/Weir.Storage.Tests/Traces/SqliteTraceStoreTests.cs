using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Query;
using Xunit;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces;

/// <summary>The contract on SQLite, and what only SQLite has: its file.</summary>
public sealed class SqliteTraceStoreTests : TraceStoreContract
{
    private readonly TemporaryFolder _folder = new();
    private SqliteTraceStore? _store;

    private string Path => _folder.File("traces.db");

    private protected override void CleanUp() => _folder.Dispose();

    private protected override Task<ITraceStore> OpenAsync()
    {
        _store = SqliteTraceStore.Open(Path, Durability.Disk, TimeProvider.System);
        return Task.FromResult<ITraceStore>(_store);
    }

    private protected override async Task CloseAsync()
    {
        await _store!.DisposeAsync();
        _store = null;
    }

    [Fact]
    public async Task Open_NewerSchema_IsRefusedInOneLine()
    {
        await CloseAsync();
        Execute("PRAGMA user_version=99");

        var refusal = Assert.Throws<InvalidDataException>(() => SqliteTraceStore.Open(Path, Durability.Disk, TimeProvider.System));

        Assert.Contains("schema 99", refusal.Message, StringComparison.Ordinal);
        Execute($"PRAGMA user_version={TraceSchema.Migrations.Count}");
        _ = await OpenAsync();
    }

    [Fact]
    public async Task Open_UnknownCodec_IsRefusedByName()
    {
        await CloseAsync();
        Execute("INSERT INTO codecs VALUES(9, 'zstd')");

        var refusal = Assert.Throws<InvalidDataException>(() => SqliteTraceStore.Open(Path, Durability.Disk, TimeProvider.System));

        Assert.Contains("'zstd'", refusal.Message, StringComparison.Ordinal);
        Execute("DELETE FROM codecs WHERE id = 9");
        _ = await OpenAsync();
    }

    [Fact]
    public async Task Close_LeavesOneFile()
    {
        await Store.AppendAsync([Full()], CancellationToken.None);

        await CloseAsync();

        Assert.Equal(["traces.db"], Directory.GetFiles(_folder.Path).Select(System.IO.Path.GetFileName));
        _ = await OpenAsync();
    }

    [Fact]
    public async Task Append_AfterClose_FailsAsIO()
    {
        var closed = _store!;
        await CloseAsync();

        _ = await Assert.ThrowsAsync<IOException>(() => closed.AppendAsync([Full()], CancellationToken.None));
        _ = await OpenAsync();
    }

    [Fact]
    public async Task Append_TwentyThousandSpans_AreAllThere()
    {
        var attributes = Encoding.UTF8.GetBytes(
            "{" + string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"llm.input_messages.{i}.message.content\":\"{Words(i)}\"")) + "}");
        var clock = Stopwatch.StartNew();

        var appends = Enumerable.Range(0, 40).Select(batch => Store.AppendAsync(
            [.. Enumerable.Range(0, 500).Select(i => Span((ulong)(batch * 100) + ((ulong)i / 5), (ulong)((batch * 500) + i + 1)) with { Attributes = attributes })],
            CancellationToken.None));
        await Task.WhenAll(appends);

        TestContext.Current.TestOutputHelper?.WriteLine($"{20_000 / clock.Elapsed.TotalSeconds:0} spans/s of {attributes.Length} bytes");
        Assert.Equal(20_000, await Store.CountSpansAsync(Workspace, null, CancellationToken.None));
    }

    private static string Words(int seed) => string.Join(' ', Enumerable.Range(0, 10).Select(i => (seed * 7919L * (i + 1) % 10_007).ToString("x")));

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        _ = command.ExecuteNonQuery();
    }
}
