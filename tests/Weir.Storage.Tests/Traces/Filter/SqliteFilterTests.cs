using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Annotations;
using Weir.Tracing.Filter;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;
using Xunit;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces.Filter;

/// <summary>Filters through the store find what the plain reading of the language says.</summary>
public sealed class SqliteFilterTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();
    private SqliteTraceStore _store = null!;

    public ValueTask InitializeAsync()
    {
        _store = SqliteTraceStore.Open(_folder.File("traces.db"), Durability.Os, TimeProvider.System);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Query_RandomFilters_FindWhatTheyMean()
    {
        var random = new RandomFilters(11);
        var spans = Enumerable.Range(0, 120).Select(number => random.Span((ulong)number)).ToArray();
        await _store.AppendAsync(spans, None);
        var annotations = await AnnotateAsync(random, spans);
        var sums = spans.GroupBy(span => span.TraceId).SelectMany(trace => SubtreeTokens.Of([.. trace.Select(Outline)])).ToDictionary(entry => entry.Key, entry => entry.Value);
        var subjects = spans.ToDictionary(span => span.SpanId, span => new MemorySubject(span, sums, annotations));
        var project = (await _store.FindProjectAsync(Workspace, "p", None))!.Id;
        var found = 0;

        for (var i = 0; i < 1500; i++)
        {
            var filter = new SpanFilter(random.Node(4));
            var expected = spans.Where(span => FilterEvaluator.Holds(filter.Root, subjects[span.SpanId])).Select(span => span.SpanId).ToHashSet();

            var (seen, scanned) = await SearchAsync(new SpanQuery { WorkspaceId = Workspace, ProjectId = project, Filter = filter, Limit = 1000 });

            Assert.True(expected.SetEquals(seen), filter.ToString());
            Assert.InRange(scanned, expected.Count, spans.Length);
            Assert.Equal(filter, FilterParser.TryParse(filter.ToString(), out _));
            found += expected.Count;
        }

        // Filters that find nothing, or everything, would compare nothing.
        Assert.InRange(found, 1500 * spans.Length / 10, 1500 * spans.Length * 9 / 10);
    }

    [Theory]
    [InlineData("span_kind == 'TOOL'")]
    [InlineData("attributes['n'] >= 11999")]
    public async Task Query_InSmallPages_FindsEachOnceAndSaysHowFarItIs(string text)
    {
        var spans = Enumerable.Range(1, 12_000).Select(number => Span((ulong)number / 10, (ulong)number) with { Kind = number % 2000 == 0 ? "TOOL" : "LLM" });
        await _store.AppendAsync([.. spans], None);
        var project = (await _store.FindProjectAsync(Workspace, "p", None))!.Id;

        var (seen, scanned) = await SearchAsync(new SpanQuery { WorkspaceId = Workspace, ProjectId = project, Filter = FilterParser.TryParse(text, out _), Limit = 2 });

        Assert.Equal(text.StartsWith("span", StringComparison.Ordinal) ? [12_000, 10_000, 8000, 6000, 4000, 2000] : [12_000UL, 11_999], seen.Select(id => id.Value));
        Assert.Equal(12_000, scanned);
        Assert.Equal(12_000, await _store.CountSpansAsync(Workspace, project, None));
    }

    [Fact]
    public async Task ListTraces_ByFilter_ShowsThoseWithSuchASpan()
    {
        await _store.AppendAsync([.. Enumerable.Range(1, 1300).Select(number => Span((ulong)number, (ulong)number) with { Name = number % 500 == 1 ? "rare" : "usual" })], None);
        await _store.AppendAsync([Span(2, 9001) with { ParentSpanId = new SpanId(2), Name = "rare" }], None);
        var query = new TraceQuery { WorkspaceId = Workspace, Filter = FilterParser.TryParse("name == 'rare' and attributes['n'] > 1", out _), Limit = 1 };
        var seen = new List<TraceId>();

        do
        {
            var page = await _store.ListTracesAsync(query, None);
            seen.AddRange(page.Traces.Select(trace => trace.TraceId));
            query = query with { After = page.Next };
        }
        while (query.After is not null);

        Assert.Equal([Trace(1001), Trace(501), Trace(2)], seen);
    }

    [Fact]
    public async Task Count_WhenSpansMoveToTheirTracesProject_FollowsThem()
    {
        await _store.AppendAsync([Span(1, 1) with { Project = "gateway", ProjectBinding = ProjectBinding.FollowsTrace, ParentSpanId = new SpanId(2) }], None);
        await _store.AppendAsync([Span(1, 2), Span(1, 2)], None);

        var p = await _store.FindProjectAsync(Workspace, "p", None);
        var gateway = await _store.FindProjectAsync(Workspace, "gateway", None);
        Assert.Equal(2, await _store.CountSpansAsync(Workspace, p!.Id, None));
        Assert.Equal(0, await _store.CountSpansAsync(Workspace, gateway!.Id, None));
    }

    // All pages: on a slow machine a search stops in between.
    private async Task<(List<SpanId> Seen, long Scanned)> SearchAsync(SpanQuery query)
    {
        var seen = new List<SpanId>();
        var scanned = 0L;
        do
        {
            var page = await _store.QuerySpansAsync(query, None);
            Assert.InRange(page.Spans.Length, 0, query.Limit);
            seen.AddRange(page.Spans.Select(span => span.Row.SpanId));
            scanned += page.Scanned!.Value;
            query = query with { After = page.Next };
        }
        while (query.After is not null);

        return (seen, scanned);
    }

    private async Task<Dictionary<(AnnotationScope, string), AnnotationValues>> AnnotateAsync(RandomFilters random, SpanRow[] spans)
    {
        var targets = spans.Take(60).Select(span => (AnnotationScope.Span, span.SpanId.ToString()))
            .Concat(spans.Take(3).Select(span => (AnnotationScope.Trace, span.TraceId.ToString())))
            .Concat(spans.Where(span => span.Facts.SessionId is not null).Take(2).Select(span => (AnnotationScope.Session, span.Facts.SessionId!)));
        var annotations = new Dictionary<(AnnotationScope Scope, string Target), AnnotationValues>();
        foreach (var target in targets)
        {
            annotations[target] = random.Annotation();
        }

        _ = await new SqliteAnnotationStore(_store).WriteAsync([.. annotations.Select(entry => AnnotationSamples.Annotation(entry.Key.Scope, entry.Key.Target) with { Values = entry.Value })], None);
        return annotations;
    }

    private static SpanOutline Outline(SpanRow span) => new()
    {
        SpanId = span.SpanId,
        ParentSpanId = span.ParentSpanId,
        Name = span.Name,
        Kind = span.Kind,
        Status = span.Status,
        StatusMessage = span.StatusMessage,
        StartUnixNanos = span.StartUnixNanos,
        EndUnixNanos = span.EndUnixNanos,
        ReceivedUnixNanos = span.ReceivedUnixNanos,
        IsGateway = false,
        Facts = span.Facts,
    };
}
