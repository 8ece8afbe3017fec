using System.Diagnostics;
using System.Globalization;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Filter;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.TraceBench;

/// <summary>What people ask a store of traces, each question asked some times.</summary>
internal sealed class Questions(SqliteTraceStore store, Options options, TraceId longTrace)
{
    private const int MostSpansOfATree = 50_000;
    private const int Page = 50;
    private static readonly CancellationToken None = CancellationToken.None;

    public async IAsyncEnumerable<Measured> AskAsync()
    {
        var project = (await store.FindProjectAsync(SpanMaker.Workspace, SpanMaker.Project, None))!.Id;
        yield return await TimeAsync("latest 50 traces", async () => Say(await store.ListTracesAsync(new TraceQuery { WorkspaceId = SpanMaker.Workspace, Limit = Page }, None)));
        yield return await TimeAsync("latest 50 traces of a project", async () => Say(await store.ListTracesAsync(new TraceQuery { WorkspaceId = SpanMaker.Workspace, ProjectId = project, Limit = Page }, None)));
        yield return await TimeAsync("latest 50 failed traces", async () => Say(await store.ListTracesAsync(new TraceQuery { WorkspaceId = SpanMaker.Workspace, FailedOnly = true, Limit = Page }, None)));
        foreach (var filter in Filters())
        {
            yield return await TimeAsync($"spans: `{filter}`", async () => Say(await store.QuerySpansAsync(
                new SpanQuery { WorkspaceId = SpanMaker.Workspace, ProjectId = project, Filter = Parse(filter), Limit = Page }, None)));
        }

        yield return await TimeAsync("traces: `user.id == 'user-rare'`", async () => Say(await store.ListTracesAsync(
            new TraceQuery { WorkspaceId = SpanMaker.Workspace, ProjectId = project, Filter = Parse($"user.id == '{SpanMaker.RareUser}'"), Limit = Page }, None)));
        yield return await TimeAsync("page 100 of a project's spans", () => DeepPageAsync(project));
        yield return await TimeAsync("an ordinary trace as a tree", () => OrdinaryTraceAsync(project));
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
    ];

    private async Task<string> DeepPageAsync(long project)
    {
        var query = new SpanQuery { WorkspaceId = SpanMaker.Workspace, ProjectId = project, Limit = 1 };
        var first = await store.QuerySpansAsync(query, None);
        var deep = await store.QuerySpansAsync(query with { Limit = Page, After = new SpanCursor(first.Spans[0].Row.ReceivedUnixNanos - 86_400_000_000_000, long.MaxValue) }, None);
        return Say(deep.Spans.Length, "spans");
    }

    private async Task<string> OrdinaryTraceAsync(long project)
    {
        var page = await store.QuerySpansAsync(
            new SpanQuery { WorkspaceId = SpanMaker.Workspace, ProjectId = project, Limit = 1, After = new SpanCursor(long.MaxValue, Random.Shared.Next(options.Spans)) }, None);
        return Say((await store.FindTraceAsync(SpanMaker.Workspace, page.Spans[0].Row.TraceId, MostSpansOfATree, None))!.Spans.Count, "spans");
    }

    private async Task<Measured> TimeAsync(string what, Func<Task<string>> ask)
    {
        var note = await ask();
        var times = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            _ = await ask();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return Measured.Of(what, times, note);
    }

    private static string Say(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");

    private static string Say(TracePage page) => Say(page.Traces.Length, "traces") + Rest(page.Scanned, page.Next is not null);

    private static string Say(SpanPage page) => Say(page.Spans.Length, "spans") + Rest(page.Scanned, page.Next is not null);

    private static string Rest(long? scanned, bool goesOn) =>
        (scanned is { } count ? string.Create(CultureInfo.InvariantCulture, $", scanned {count:N0}") : "") + (goesOn ? ", goes on" : "");
}
