using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Storage.Sqlite.Traces.Rollups;
using Weir.Tracing.Filter;
using Weir.Tracing.Metrics;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;
using Xunit;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces.Rollups;

/// <summary>Kept numbers are those that adding up the stored traces by the rules of trees gives, whatever happened on the way.</summary>
public sealed class SqliteRollupTests : IAsyncLifetime
{
    private const long Everything = 4 * 86_400;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private SqliteTraceStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        await Task.Yield();
        _store = SqliteTraceStore.Open(_folder.File("traces.db"), Durability.Os, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Numbers_AfterAnyHistory_AreTheSumsOverTheStoredTraces(int seed)
    {
        var random = new RandomTraces(seed);
        var projects = new SqliteProjectStore(_store);
        var traces = Enumerable.Range(1, 120).Select(number => random.Trace((ulong)number)).ToArray();
        var arriving = new Queue<SpanRow>(Shuffled(traces.SelectMany(trace => trace), random));
        while (arriving.Count > 0)
        {
            // Late parents and children, duplicates, steps in between, and some that are erased again.
            var batch = Enumerable.Range(0, Math.Min(arriving.Count, 1 + random.Next(40))).Select(_ => arriving.Dequeue()).ToArray();
            await _store.AppendAsync([.. batch, batch[0]], None);
            if (random.Next(3) == 0)
            {
                await _store.CatchUpAsync(None);
            }

            if (random.Next(3) == 0)
            {
                var erased = batch[random.Next(batch.Length)];
                _ = await projects.EraseAsync(
                    random.Next(2) == 0 ? new Erasure { WorkspaceId = Workspace, SpanId = erased.SpanId } : new Erasure { WorkspaceId = Workspace, TraceId = erased.TraceId }, None);
            }
        }

        await _store.CatchUpAsync(None);

        var stored = await ReadAllAsync(traces.Length);
        Assert.NotEmpty(stored);
        foreach (var (group, seconds) in Questions())
        {
            var query = new MetricsQuery { WorkspaceId = Workspace, From = 0, Before = Everything, BucketSeconds = seconds, GroupBy = group, Groups = 100 };
            var kept = await new SqliteMetricsStore(_store).ReadAsync(query, None);
            Assert.Null(kept.Scanned);
            Assert.Equal(0, kept.Pending);
            Assert.Equal(Sums(stored, group, seconds), kept.Rows.Select(Text).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Numbers_SpanErasedBetweenReadingAndWriting_CountWhatIsLeft(bool isKnown)
    {
        // The gateway's span stands for the call while it is there; without it the application's does.
        await using var store = SqliteTraceStore.Open(
            _folder.File("still.db"), Durability.Os, new TraceStoreOptions { IndexesTexts = false, FollowInterval = TimeSpan.FromHours(1) }, TimeProvider.System);
        var facts = new SpanFacts { PromptTokens = 7 };
        await store.AppendAsync(
            [Span(1, 1) with { Facts = facts }, Span(1, 2) with { ParentSpanId = new SpanId(1), Facts = facts, ProjectBinding = ProjectBinding.FollowsTrace }], None);
        if (isKnown)
        {
            await store.CatchUpAsync(None);
            await store.Writer.WriteAsync(connection => RollupStep.Withdraw("s.span_id = 1", command => command, connection), None);
        }

        var plan = await store.Reads.ReadAsync(RollupPlan.Read, None);
        Assert.Equal(1, await new SqliteProjectStore(store).EraseAsync(new Erasure { WorkspaceId = Workspace, SpanId = new SpanId(2) }, None));
        await store.Writer.WriteAsync(connection => RollupStep.Apply(plan, connection), None);
        await store.CatchUpAsync(None);

        var query = new MetricsQuery { WorkspaceId = Workspace, From = 0, Before = Everything, BucketSeconds = 86_400, GroupBy = MetricsGroup.None };
        var numbers = Assert.Single((await new SqliteMetricsStore(store).ReadAsync(query, None)).Rows).Numbers;
        Assert.Equal((1, 1, 7), (numbers.Spans, numbers.Calls, numbers.PromptTokens));
    }

    [Fact]
    public async Task Numbers_OfAFilterThatColumnsCannotKeep_AreThoseOfTheSpans()
    {
        var random = new RandomTraces(5);
        await _store.AppendAsync([.. Enumerable.Range(1, 300).SelectMany(number => random.Trace((ulong)number))], None);
        await _store.CatchUpAsync(None);
        var project = (await _store.FindProjectAsync(Workspace, "p", None))!.Id;
        var query = new MetricsQuery { WorkspaceId = Workspace, ProjectId = project, From = 0, Before = Everything, BucketSeconds = 3600, GroupBy = MetricsGroup.Model, Groups = 2 };
        var kept = await new SqliteMetricsStore(_store).ReadAsync(query, None);

        var filtered = query with { Filter = FilterParser.TryParse("latency_ms >= 0 or attributes['n'] is None", out _) };
        var scanned = await _store.Reads.ReadAsync(connection => MetricsReader.Read(filtered, connection, TimeSpan.FromMinutes(1)), None);

        Assert.NotNull(scanned.Scanned);
        Assert.Null(scanned.Next);
        Assert.Equal(kept.Rows.Select(Text), scanned.Rows.Select(Text));
        Assert.Contains(kept.Rows, row => row.IsRest);
    }

    [Theory]
    [InlineData("latency_ms >= 0")]
    [InlineData("attributes['n'] >= 0")]
    public async Task Numbers_InPages_AddUpToAll(string filter)
    {
        await _store.AppendAsync([.. Enumerable.Range(1, 11_000).Select(number => Span((ulong)number / 10, (ulong)number) with { StartUnixNanos = number / 3 })], None);
        await _store.CatchUpAsync(None);
        var query = new MetricsQuery
        {
            WorkspaceId = Workspace,
            ProjectId = (await _store.FindProjectAsync(Workspace, "p", None))!.Id,
            From = 0,
            Before = 60,
            BucketSeconds = 60,
            Filter = FilterParser.TryParse(filter, out _),
        };
        var (spans, scanned, pages) = (0L, 0L, 0);
        do
        {
            var page = await _store.Reads.ReadAsync(connection => MetricsReader.Read(query, connection, TimeSpan.Zero), None);
            spans += page.Rows.Sum(row => row.Numbers.Spans);
            scanned += page.Scanned!.Value;
            query = query with { After = page.Next };
            pages++;
        }
        while (query.After is not null && pages < 20_000);

        Assert.Equal((11_000, 11_000), (spans, scanned));
        Assert.True(pages > 2);
    }

    [Fact]
    public async Task Numbers_ByAValueOfAGroup_NeedNoSpans()
    {
        var random = new RandomTraces(6);
        await _store.AppendAsync([.. Enumerable.Range(1, 50).SelectMany(number => random.Trace((ulong)number))], None);
        await _store.CatchUpAsync(None);
        var query = new MetricsQuery { WorkspaceId = Workspace, From = 0, Before = Everything, BucketSeconds = 3600, GroupBy = MetricsGroup.Model };

        var ofModel = await new SqliteMetricsStore(_store).ReadAsync(query with { Filter = FilterParser.TryParse("llm.model_name == 'a'", out _) }, None);

        Assert.Null(ofModel.Scanned);
        var all = await new SqliteMetricsStore(_store).ReadAsync(query, None);
        Assert.Equal(all.Rows.Where(row => row.Group == "a").Select(Text), ofModel.Rows.Select(Text));
        Assert.NotEmpty(ofModel.Rows);
    }

    [Fact]
    public async Task Numbers_WhenEverythingIsErased_LeaveNoRow()
    {
        var random = new RandomTraces(7);
        await _store.AppendAsync([.. Enumerable.Range(1, 50).SelectMany(number => random.Trace((ulong)number))], None);
        await _store.CatchUpAsync(None);

        foreach (var name in (string[])["p", "gateway"])
        {
            if (await _store.FindProjectAsync(Workspace, name, None) is { } project)
            {
                await new SqliteProjectStore(_store).EraseProjectAsync(project, None);
            }
        }

        await _store.CatchUpAsync(None);
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM rollups"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM rollup_due"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM erased_spans"));
    }

    [Fact]
    public async Task SpanNumbers_AreNotGivenAgain()
    {
        await _store.AppendAsync([Span(1, 1), Span(1, 2)], None);
        await _store.CatchUpAsync(None);
        _ = await new SqliteProjectStore(_store).EraseAsync(new Erasure { WorkspaceId = Workspace, SpanId = new SpanId(2) }, None);
        await _store.DisposeAsync();
        _store = SqliteTraceStore.Open(_folder.File("traces.db"), Durability.Os, TimeProvider.System);

        await _store.AppendAsync([Span(1, 3)], None);

        await _store.CatchUpAsync(None);
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM spans WHERE rolled = 0"));
        Assert.Equal(3, await CountAsync("SELECT max(id) FROM spans"));
    }

    private static IEnumerable<(MetricsGroup Group, int Seconds)> Questions() =>
    [
        (MetricsGroup.None, 60), (MetricsGroup.None, 3600), (MetricsGroup.None, 7200), (MetricsGroup.Model, 60), (MetricsGroup.Model, 86_400), (MetricsGroup.Provider, 3600),
        (MetricsGroup.User, 3600), (MetricsGroup.User, 86_400), (MetricsGroup.Session, 86_400), (MetricsGroup.Key, 3600), (MetricsGroup.App, 86_400), (MetricsGroup.Project, 3600),
    ];

    // The plain reading: every trace as a tree, each call once.
    private static IEnumerable<string> Sums(List<(string Project, SpanOutline Span, bool IsCall)> stored, MetricsGroup group, int seconds)
    {
        var sums = new Dictionary<(long, string?), CallNumbers>();
        foreach (var (project, span, isCall) in stored)
        {
            var row = new RollupSpan(1, 1, RollupState.None, span.StartUnixNanos, span.EndUnixNanos, span.Status == SpanStatus.Error, span.Facts);
            var name = group == MetricsGroup.Project ? project : row.ValueOf(group) is { Length: > 0 } value ? value : null;
            var key = (span.StartUnixNanos / 1_000_000_000 / seconds * seconds, name);
            if (!sums.TryGetValue(key, out var sum))
            {
                sums.Add(key, sum = new CallNumbers());
            }

            var cell = new RollupCell();
            row.AddTo(cell, isCall ? RollupState.Call : RollupState.Other, 1);
            cell.AddTo(sum);
        }

        return sums.Select(entry => Text(new MetricsRow(entry.Key.Item1, entry.Key.Item2, false, entry.Value))).Order(StringComparer.Ordinal);
    }

    private static string Text(MetricsRow row) =>
        $"{row.Start} {row.Group ?? "-"} {row.IsRest} {row.Numbers.Spans} {row.Numbers.Errors} {row.Numbers.Calls} {row.Numbers.PromptTokens} {row.Numbers.CompletionTokens} "
        + $"{row.Numbers.TotalTokens} {row.Numbers.CacheReadTokens} {row.Numbers.CostNanos} {Convert.ToHexString(row.Numbers.Latency.Pack())}";

    private static SpanRow[] Shuffled(IEnumerable<SpanRow> spans, RandomTraces random) => [.. spans.OrderBy(_ => random.Next(int.MaxValue))];

    private async Task<List<(string Project, SpanOutline Span, bool IsCall)>> ReadAllAsync(int traces)
    {
        var all = new List<(string, SpanOutline, bool)>();
        for (var number = 1UL; number <= (ulong)traces; number++)
        {
            if (await _store.FindTraceAsync(Workspace, Trace(number), 100, None) is not { } trace)
            {
                continue;
            }

            var rows = (await _store.ReadTraceAsync(Workspace, Trace(number), 100, None)).ToDictionary(span => span.Row.SpanId, span => span.Row);
            var calls = CountedCalls.Of(trace.Spans);
            all.AddRange(trace.Spans.Select(span => (rows[span.SpanId].Project, span with { Facts = rows[span.SpanId].Facts }, calls.Contains(span.SpanId))));
        }

        return all;
    }

    private ValueTask<long> CountAsync(string sql) => _store.Reads.ReadAsync(connection => (long)connection.Command(sql).ExecuteScalar()!, None);
}
