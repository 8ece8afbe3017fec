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

        // A newer one may bring codecs too: its version is told, not what could not be read of it.
        Execute("PRAGMA user_version=99; INSERT INTO codecs VALUES(9, 'zstd')");

        var refusal = Assert.Throws<InvalidDataException>(() => SqliteTraceStore.Open(Path, Durability.Disk, TimeProvider.System));

        Assert.Equal($"{Path} was written by a newer Weir (schema 99, this one knows {TraceSchema.Migrations.Count}); use that version, or another folder.", refusal.Message);
        Execute("DELETE FROM codecs WHERE id = 9");
        Execute($"PRAGMA user_version={TraceSchema.Migrations.Count}");
        _ = await OpenAsync();
    }

    [Fact]
    public async Task Schema_ThatOnceReadPayloadsOneByOneAlone_IsOlderThanTheOneOfBlocks()
    {
        // Five migrations were the newest of a version that knew no blocks: by its number it must refuse what is written now.
        await CloseAsync();

        var refusal = Assert.Throws<InvalidDataException>(() => SqliteDatabase.Open(Path, Durability.Disk, [.. TraceSchema.Migrations.Take(5)]));

        Assert.Contains("this one knows 5", refusal.Message, StringComparison.Ordinal);
        _ = await OpenAsync();
    }

    [Fact]
    public async Task Open_OlderFile_KnowsItsSpansAndSessions()
    {
        await CloseAsync();
        File.Delete(Path);
        _ = SqliteDatabase.Open(Path, Durability.Disk, [.. TraceSchema.Migrations.Take(2)]);
        Execute(
            """
            INSERT INTO projects(id, workspace, name) VALUES(1, unhex('11111111111111111111111111111111'), 'p');
            INSERT INTO traces(id, workspace, trace_id, project, shown) VALUES(1, unhex('11111111111111111111111111111111'), unhex('ABC00000000000000000000000000001'), 1, 1);
            INSERT INTO spans(id, trace, span_id, project, follows, name, kind, start_ns, end_ns, received_ns, status, status_message, session_id)
                VALUES(1, 1, 1, 1, 0, 'a', 'LLM', 1, 2, 3, 0, '', 's'), (2, 1, 2, 1, 0, 'b', 'LLM', 1, 5, 3, 0, '', NULL);
            """);

        var store = (SqliteTraceStore)await OpenAsync();

        Assert.Equal(2, await store.CountSpansAsync(Workspace, 1, CancellationToken.None));
        var sessions = new SqliteSessionStore(store);
        var session = await sessions.FindAsync(Workspace, "s", CancellationToken.None);
        Assert.Equal((1, 5), (Assert.Single(session!.Traces).StartUnixNanos, session.Traces[0].EndUnixNanos));
        Assert.Equal(2, await new SqliteProjectStore(store).EraseAsync(new Erasure { WorkspaceId = Workspace, TraceId = Trace(1) }, CancellationToken.None));
        Assert.Null(await sessions.FindAsync(Workspace, "s", CancellationToken.None));
        Assert.Equal(0, await store.CountSpansAsync(Workspace, null, CancellationToken.None));
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
    public async Task Close_LeavesOneFileADatabase()
    {
        await Store.AppendAsync([Full()], CancellationToken.None);

        await CloseAsync();

        Assert.Equal(["traces.db", "traces.texts.db"], Directory.GetFiles(_folder.Path).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal));
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
