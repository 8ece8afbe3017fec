using System.Diagnostics;
using System.Globalization;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Filter;
using Weir.Tracing.Metrics;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.TraceBench;

/// <summary>What people ask a store of traces, each question asked some times.</summary>
internal sealed class Questions(SqliteTraceStore store, Options options, string commonWord, TraceId longTrace, long nowNanos)
{
    private const int MostSpansOfATree = 50_000;
    private const int Page = 50;
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly List<TraceId> _some = [];

    public async IAsyncEnumerable<Measured?> AskAsync()
    {
        var project = (await store.FindProjectAsync(SpanMaker.Workspace, SpanMaker.Project, None))!.Id;
        await FindSomeTracesAsync();
        yield return await TimeAsync("latest 50 traces", async () => Say(await store.ListTracesAsync(new TraceQuery { WorkspaceId = SpanMaker.Workspace, Limit = Page }, None)));
        yield return await TimeAsync("latest 50 traces of a project", async () => Say(await store.ListTracesAsync(new TraceQuery { WorkspaceId = SpanMaker.Workspace, ProjectId = project, Limit = Page }, None)));
        yield return await TimeAsync("latest 50 failed traces", async () => Say(await store.ListTracesAsync(new TraceQuery { WorkspaceId = SpanMaker.Workspace, FailedOnly = true, Limit = Page }, None)));
        foreach (var filter in Filters())
        {
            yield return await TimeAsync($"spans: `{filter}`", async () => Say(await store.QuerySpansAsync(
                new SpanQuery { WorkspaceId = SpanMaker.Workspace, ProjectId = project, Filter = Parse(filter), Limit = Page }, None)));
        }

        foreach (var (bucket, group, filter) in Numbers())
        {
            yield return await TimeAsync($"7 days by {bucket / 3600} h and {group}{(filter is null ? "" : $": `{filter}`")}", async () => Say(await new SqliteMetricsStore(store).ReadAsync(
                Query(bucket, group, filter) with { ProjectId = project }, None)));
        }

        yield return await TimeAsync("traces: `search('quixotry')`", async () => Say(await store.ListTracesAsync(
            new TraceQuery { WorkspaceId = SpanMaker.Workspace, ProjectId = project, Filter = Parse($"search('{TextMaker.RareWord}')"), Limit = Page }, None)));
        yield return await TimeAsync("traces: `user.id == 'user-rare'`", async () => Say(await store.ListTracesAsync(
            new TraceQuery { WorkspaceId = SpanMaker.Workspace, ProjectId = project, Filter = Parse($"user.id == '{SpanMaker.RareUser}'"), Limit = Page }, None)));
        yield return await TimeAsync("page 100 of a project's spans", () => DeepPageAsync(project));
        yield return await TimeAsync("an ordinary trace as a tree", OrdinaryTraceAsync);
        yield return await TimeAsync("a trace of 20,000 spans as a tree", async () => Say((await store.FindTraceAsync(SpanMaker.Workspace, longTrace, MostSpansOfATree, None))!.Spans.Count, "spans"));
    }

    public static SpanFilter Parse(string text) => FilterParser.TryParse(text, out var problem) ?? throw new InvalidOperationException(problem!.ToString());

    private IEnumerable<string> Filters() =>
    [
        "span_kind == 'LLM'",
        "status_code == 'ERROR'",
        "llm.model_name == 'openai/gpt-4o' and latency_ms > 1000",
        $"llm.model_name == '{SpanMaker.RareModel}'",
        $"user.id == '{SpanMaker.RareUser}'",
        "user.id == 'user-42'",
        "session.id == 'session-7'",
        "name == 'nobody calls it so'",
        "latency_ms > 60000",
        "metadata['tier'] == 'gold'",
        "metadata['tier'] == 'platinum'",
        $"'{TextMaker.RareWord}' in input.value",
        $"search('{TextMaker.RareWord}')",
        $"search('{commonWord}')",
        "search('nobodywritesit')",
    ];

    private static IEnumerable<(int Bucket, MetricsGroup Group, string? Filter)> Numbers() =>
    [
        (3600, MetricsGroup.None, null),
        (3600, MetricsGroup.Model, null),
        (86_400, MetricsGroup.User, null),
        (86_400, MetricsGroup.Session, null),
        (3600, MetricsGroup.None, $"llm.model_name == '{SpanMaker.RareModel}'"),
        (3600, MetricsGroup.Model, "latency_ms > 1000"),
        (3600, MetricsGroup.Model, "metadata['tier'] == 'gold'"),
    ];

    private MetricsQuery Query(int bucket, MetricsGroup group, string? filter)
    {
        var before = (nowNanos / 1_000_000_000 / bucket * bucket) + bucket;
        return new MetricsQuery
        {
            WorkspaceId = SpanMaker.Workspace,
            From = before - (8 * 86_400 / bucket * bucket),
            Before = before,
            BucketSeconds = bucket,
            GroupBy = group,
            Filter = filter is null ? null : Parse(filter),
        };
    }

    private async Task<string> DeepPageAsync(long project)
    {
        var query = new SpanQuery { WorkspaceId = SpanMaker.Workspace, ProjectId = project, Limit = 1 };
        var first = await store.QuerySpansAsync(query, None);
        var deep = await store.QuerySpansAsync(query with { Limit = Page, After = new SpanCursor(first.Spans[0].Row.ReceivedUnixNanos - 86_400_000_000_000, long.MaxValue) }, None);
        return Say(deep.Spans.Length, "spans");
    }

    // One by chance each time, so that it is not the one that was just read.
    private async Task<string> OrdinaryTraceAsync()
    {
        var trace = _some[Random.Shared.Next(_some.Count)];
        return Say((await store.FindTraceAsync(SpanMaker.Workspace, trace, MostSpansOfATree, None))!.Spans.Count, "spans");
    }

    private async Task FindSomeTracesAsync()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var page = await store.ListTracesAsync(
                new TraceQuery { WorkspaceId = SpanMaker.Workspace, Limit = 1, SpansPerTrace = 1, After = 2 + Random.Shared.Next(options.Spans / SpanMaker.SpansOfATrace) }, None);
            _some.AddRange(page.Traces.Select(trace => trace.TraceId));
        }
    }

    // Null when it is not asked.
    private async Task<Measured?> TimeAsync(string what, Func<Task<string>> ask)
    {
        if (options.Only is { } only && !what.Contains(only, StringComparison.Ordinal))
        {
            return null;
        }

        var note = await ask();
        var times = new List<double>();
        var worked = Environment.CpuUsage.TotalTime;
        for (var round = 0; round < options.Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            _ = await ask();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var each = (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds / options.Rounds;
        return Measured.Of(what, times, note) with { WorkMilliseconds = each };
    }

    private static string Say(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");

    private static string Say(TracePage page) => Say(page.Traces.Length, "traces") + Rest(page.Scanned, page.Next is not null);

    private static string Say(SpanPage page) => Say(page.Spans.Length, "spans") + Rest(page.Scanned, page.Next is not null);

    private static string Say(MetricsPage page) => Say(page.Rows.Length, "rows") + Rest(page.Scanned, page.Next is not null);

    private static string Rest(long? scanned, bool goesOn) =>
        (scanned is { } count ? string.Create(CultureInfo.InvariantCulture, $", scanned {count:N0}") : "") + (goesOn ? ", goes on" : "");
}
