using System.Security.Cryptography;
using System.Text;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Annotations;
using Weir.Tracing.Metrics;
using Weir.Tracing.Model;
using Xunit;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces.Retention;

/// <summary>Old traces go, as a whole, by age or for their room; what was spent stays known.</summary>
public sealed class SqliteRetentionTests : IAsyncLifetime
{
    private const long Day = 86_400;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TraceStoreOptions ByHand = new() { FollowInterval = TimeSpan.FromDays(1), RetentionInterval = TimeSpan.FromDays(1) };

    private readonly TemporaryFolder _folder = new();
    private SqliteTraceStore? _store;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _store!.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task ByAge_TracesGoWhole_WhenTheirLastSpanIsOld()
    {
        var store = Open(ByHand with { KeptFor = TimeSpan.FromDays(10) });
        await store.AppendAsync([At(1, 1, daysAgo: 20), At(1, 2, daysAgo: 19), At(2, 3, daysAgo: 18), At(3, 5, daysAgo: 11), At(4, 6, daysAgo: 1)], None);
        await store.AppendAsync([At(2, 4, daysAgo: 2)], None);
        var annotations = new SqliteAnnotationStore(store);
        _ = await annotations.WriteAsync([AnnotationSamples.Annotation(AnnotationScope.Trace, Trace(1).ToString()), AnnotationSamples.Annotation(AnnotationScope.Trace, Trace(2).ToString())], None);

        await store.CatchUpAsync(None);

        Assert.Null(await store.FindTraceAsync(Workspace, Trace(1), 10, None));
        Assert.Null(await store.FindTraceAsync(Workspace, Trace(3), 10, None));
        Assert.Equal(2, (await store.FindTraceAsync(Workspace, Trace(2), 10, None))!.Spans.Count);
        Assert.NotNull(await store.FindTraceAsync(Workspace, Trace(4), 10, None));
        Assert.Equal(3, await store.CountSpansAsync(Workspace, null, None));
        Assert.Equal(3, store.ExpiredSpans);
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM annotations"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM sessions WHERE session_id = 's1'"));
    }

    [Fact]
    public async Task ByAge_WhatWasSpentStays_AndWhoDidSoGoes()
    {
        var store = Open(ByHand with { KeptFor = TimeSpan.FromDays(10) });
        await store.AppendAsync([At(1, 1, daysAgo: 20), At(4, 6, daysAgo: 1)], None);

        await store.CatchUpAsync(None);

        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / Day * Day;
        var query = new MetricsQuery { WorkspaceId = Workspace, From = now - (30 * Day), Before = now + Day, BucketSeconds = (int)Day };
        var numbers = new SqliteMetricsStore(store);
        Assert.Equal([5, 5], (await numbers.ReadAsync(query, None)).Rows.Select(row => row.Numbers.CostNanos));
        Assert.Equal([5, 5], (await numbers.ReadAsync(query with { GroupBy = MetricsGroup.Model }, None)).Rows.Select(row => row.Numbers.CostNanos));
        Assert.Equal(["u4"], (await numbers.ReadAsync(query with { GroupBy = MetricsGroup.User }, None)).Rows.Select(row => row.Group));
    }

    [Fact]
    public async Task ByRoom_TheOldestGo_AndTheFileShrinks()
    {
        var store = Open(ByHand);
        for (var batch = 0; batch < 40; batch++)
        {
            await store.AppendAsync([.. Enumerable.Range(batch * 100, 100).Select(number => Large((ulong)number + 1))], None);
        }

        await ReopenAsync(ByHand with { MostBytes = 10 << 20 });
        await _store!.CatchUpAsync(None);

        var left = await _store.CountSpansAsync(Workspace, null, None);
        Assert.InRange(left, 1, 3000);
        Assert.NotNull(await _store.FindTraceAsync(Workspace, Trace(4000), 1, None));
        Assert.Null(await _store.FindTraceAsync(Workspace, Trace(1), 1, None));

        // Spans that come in time of need are stored as ever, and the file does not grow for it.
        await _store.AppendAsync([.. Enumerable.Range(5001, 200).Select(number => Large((ulong)number))], None);
        await _store.CatchUpAsync(None);
        await ReopenAsync(ByHand);
        Assert.NotNull(await _store.FindTraceAsync(Workspace, Trace(5200), 1, None));
        Assert.InRange(new FileInfo(_folder.File("traces.db")).Length, 5 << 20, 30 << 20);
    }

    [Fact]
    public async Task WhileErasing_OthersWrite()
    {
        var store = Open(ByHand with { KeptFor = TimeSpan.FromDays(10) });
        await store.AppendAsync([.. Enumerable.Range(1, 5000).Select(number => At((ulong)number / 5, (ulong)number, daysAgo: 20))], None);

        var erasing = store.CatchUpAsync(None);
        var written = 10_000UL;
        while (!erasing.IsCompleted)
        {
            await store.AppendAsync([At(++written, written, daysAgo: 1)], None);
        }

        await erasing;
        await store.CatchUpAsync(None);
        Assert.True(written > 10_003, "Too few writes to say anything.");
        Assert.Equal((long)(written - 10_000), await store.CountSpansAsync(Workspace, null, None));
    }

    private static SpanRow At(ulong trace, ulong span, int daysAgo)
    {
        var now = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch - TimeSpan.FromDays(daysAgo)).Ticks * 100;
        return Span(trace, span) with
        {
            StartUnixNanos = now,
            EndUnixNanos = now + 1,
            ReceivedUnixNanos = now,
            Facts = new SpanFacts { CostNanos = 5, Model = "a/b", UserId = "u" + trace, SessionId = "s" + trace },
        };
    }

    private static SpanRow Large(ulong number) =>
        Span(number, number) with { Attributes = Encoding.UTF8.GetBytes($$"""{"input.value":"{{RandomNumberGenerator.GetHexString(8000)}}"}""") };

    private SqliteTraceStore Open(TraceStoreOptions options) => _store = SqliteTraceStore.Open(_folder.File("traces.db"), Durability.Os, options, TimeProvider.System);

    private async Task ReopenAsync(TraceStoreOptions options)
    {
        await _store!.DisposeAsync();
        _ = Open(options);
    }

    private ValueTask<long> CountAsync(string sql) => _store!.Reads.ReadAsync(connection => (long)connection.Command(sql).ExecuteScalar()!, None);
}
