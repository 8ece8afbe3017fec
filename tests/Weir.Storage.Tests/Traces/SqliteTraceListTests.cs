using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Xunit;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces;

/// <summary>The contract of lists on SQLite, what becomes of older files, and how lists do at size.</summary>
public sealed class SqliteTraceListTests : TraceListContract
{
    private readonly TemporaryFolder _folder = new();
    private SqliteTraceStore? _store;

    private string Path => _folder.File("traces.db");

    private protected override Task<ITraceStore> OpenAsync()
    {
        _store = SqliteTraceStore.Open(Path, Durability.Os, TimeProvider.System);
        return Task.FromResult<ITraceStore>(_store);
    }

    private protected override async Task CloseAsync()
    {
        await _store!.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task FileOfTheFirstVersion_ShowsItsTracesInTheirProjects()
    {
        var old = _folder.File("old.db");
        WriteFirstVersion(old);

        await using var store = SqliteTraceStore.Open(old, Durability.Os, TimeProvider.System);
        var page = await store.ListTracesAsync(new TraceQuery { WorkspaceId = Workspace }, CancellationToken.None);

        Assert.Equal(["app", "gateway"], page.Traces.Select(trace => trace.Project));
        Assert.Equal("named", page.Traces[0].Spans[0].Name);
    }

    [Fact]
    public async Task List_OfAMillionSpans_IsQuick()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("WEIR_LONG") is { Length: > 0 }, "WEIR_LONG is not set: a million spans take minutes to write.");
        const int Traces = 100_000;
        foreach (var block in Enumerable.Range(0, Traces).Chunk(2_000))
        {
            await Store.AppendAsync([.. block.SelectMany(SpansOf)], CancellationToken.None);
        }

        var project = (await Store.FindProjectAsync(Workspace, "rare", CancellationToken.None))!.Id;
        var query = new TraceQuery { WorkspaceId = Workspace, Limit = 50 };
        await MeasureAsync("newest 50", query);
        await MeasureAsync("newest 50 from the middle", query with { After = Traces / 2 });
        await MeasureAsync("newest 50 of a rare project", query with { ProjectId = project });
        await MeasureAsync("newest 20 failures, one in 5,000", query with { FailedOnly = true, Limit = 20 });
        await MeasureAsync("newest 200", query with { Limit = 200 });
    }

    private static IEnumerable<SpanRow> SpansOf(int trace) => Enumerable.Range(1, 10).Select(span => Span((ulong)trace, (ulong)span) with
    {
        ParentSpanId = span == 1 ? null : new SpanId((ulong)span / 2),
        Project = trace % 1_000 == 0 ? "rare" : "p",
        Status = span == 1 && trace % 5_000 == 0 ? SpanStatus.Error : SpanStatus.Ok,
    });

    // The best of a few: what else runs on the machine is not the store's.
    private async Task MeasureAsync(string name, TraceQuery query)
    {
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var clock = Stopwatch.StartNew();
            var page = await Store.ListTracesAsync(query, CancellationToken.None);
            best = clock.Elapsed < best ? clock.Elapsed : best;
            Assert.Equal(query.Limit, page.Traces.Length);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {best.TotalMilliseconds:0.0} ms");
        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
    }

    private static void WriteFirstVersion(string path)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = TraceSchema.Migrations[0] + $$"""
            ; PRAGMA user_version=1;
            INSERT INTO projects VALUES(1, x'{{Workspace:n}}', 'gateway'), (2, x'{{Workspace:n}}', 'app');
            INSERT INTO traces VALUES(1, x'{{Workspace:n}}', x'{{Trace(1)}}', NULL), (2, x'{{Workspace:n}}', x'{{Trace(2)}}', 2);
            INSERT INTO spans(id, trace, span_id, project, follows, name, kind, start_ns, end_ns, received_ns, status, status_message)
                VALUES(1, 1, 1, 1, 1, 'follower', 'LLM', 1, 2, 3, 0, ''), (2, 2, 1, 2, 0, 'named', 'LLM', 1, 2, 3, 0, '');
            INSERT INTO span_payloads SELECT id, x'000E0000000000027B7D000000000000' FROM spans
            """;
        _ = command.ExecuteNonQuery();
    }
}
