using System.Text;
using Weir.Tracing.Content;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Xunit;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces;

/// <summary>What every trace store does for lists of traces, trees and single spans; one subclass for each.</summary>
public abstract class TraceListContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private protected ITraceStore Store { get; private set; } = null!;

    private protected abstract Task<ITraceStore> OpenAsync();

    /// <summary>Closes the store and removes what it has left behind.</summary>
    private protected abstract Task CloseAsync();

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task List_IsInTheOrderOfFirstArrivalNotOfTheSendersClock()
    {
        await Store.AppendAsync([Span(1, 1) with { StartUnixNanos = 9_000_000, EndUnixNanos = 9_000_001 }], None);
        await Store.AppendAsync([Span(2, 1)], None);
        await Store.AppendAsync([Span(1, 2)], None);

        Assert.Equal([2UL, 1], Ids(await ListAsync()).AsEnumerable());
    }

    [Fact]
    public async Task List_PagesHoldEveryTraceOnceThoughOthersArrive()
    {
        await Store.AppendAsync([.. Enumerable.Range(1, 7).Select(trace => Span((ulong)trace, 1))], None);

        var first = await ListAsync(query => query with { Limit = 3 });
        await Store.AppendAsync([Span(8, 1)], None);
        var second = await ListAsync(query => query with { Limit = 3, After = first.Next });
        var third = await ListAsync(query => query with { Limit = 3, After = second.Next });

        Assert.Equal([7UL, 6, 5], Ids(first));
        Assert.Equal([4UL, 3, 2], Ids(second));
        Assert.Equal([1UL], Ids(third));
        Assert.Null(third.Next);
        Assert.Null((await ListAsync(query => query with { Limit = 8 })).Next);
    }

    [Fact]
    public async Task List_OfAnotherWorkspace_IsEmpty()
    {
        await Store.AppendAsync([Span(1, 1)], None);

        Assert.Empty((await Store.ListTracesAsync(new TraceQuery { WorkspaceId = OtherWorkspace }, None)).Traces);
        Assert.Null(await Store.FindTraceAsync(OtherWorkspace, Trace(1), 10, None));
        Assert.Null(await Store.FindSpanAsync(new SpanKey(OtherWorkspace, Trace(1), new SpanId(1)), None));
        var theirs = (await Store.FindProjectAsync(Workspace, "p", None))!.Id;
        Assert.Empty((await Store.ListTracesAsync(new TraceQuery { WorkspaceId = OtherWorkspace, ProjectId = theirs }, None)).Traces);
    }

    [Fact]
    public async Task List_OfAProject_HasTheTracesThatAreShownInIt()
    {
        await Store.AppendAsync([Span(1, 1), Span(2, 1) with { Project = "other" }, Span(3, 1), Span(3, 2) with { Project = "other" }], None);

        await ExpectAsync("p", 3UL, 1);
        await ExpectAsync("other", 2UL);
        Assert.Equal("other", Assert.Single((await ListAsync("other")).Traces).Project);
    }

    [Fact]
    public async Task TraceOfFollowersOnly_IsShownInTheirProjectUntilASpanNamesOne()
    {
        await Store.AppendAsync([Follower(1, 2), Follower(2, 2)], None);
        await ExpectAsync("gateway", 2UL, 1);

        await Store.AppendAsync([Span(1, 1) with { Project = "app" }], None);

        await ExpectAsync("gateway", 2UL);
        await ExpectAsync("app", 1UL);
        Assert.Equal("app", (await Store.FindTraceAsync(Workspace, Trace(1), 10, None))!.Project);
    }

    [Fact]
    public async Task List_OfFailures_HasTracesWhoseEntryFailedAndReachesTheEnd()
    {
        await Store.AppendAsync([Span(1, 1) with { Status = SpanStatus.Error }], None);
        await Store.AppendAsync([.. Enumerable.Range(2, 50).Select(trace => Span((ulong)trace, 1))], None);
        await Store.AppendAsync([Span(60, 1) with { Status = SpanStatus.Ok }, Span(60, 2) with { ParentSpanId = new SpanId(1), Status = SpanStatus.Error }], None);
        await Store.AppendAsync([Span(61, 1), Span(61, 2) with { Status = SpanStatus.Error }], None);

        var first = await ListAsync(query => query with { FailedOnly = true, Limit = 1 });
        var second = await ListAsync(query => query with { FailedOnly = true, Limit = 1, After = first.Next });

        Assert.Equal([61UL], Ids(first));
        Assert.Equal([1UL], Ids(second));
        Assert.Equal([61UL, 1], Ids(await ListAsync(query => query with { FailedOnly = true })).AsEnumerable());
        Assert.Null((await ListAsync(query => query with { FailedOnly = true })).Next);
    }

    [Fact]
    public async Task FailedOnly_FailuresOutsideATree_AreFoundByTheSameRule()
    {
        // A parent that is not there; two that are each other's; a second root that is not the entry; an orphan beside a root that does not say.
        await Store.AppendAsync([Span(62, 1) with { ParentSpanId = new SpanId(99), Status = SpanStatus.Error }], None);
        await Store.AppendAsync([Span(63, 1) with { ParentSpanId = new SpanId(2), Status = SpanStatus.Error }, Span(63, 2) with { ParentSpanId = new SpanId(1) }], None);
        await Store.AppendAsync([Span(64, 1) with { Status = SpanStatus.Ok }, Span(64, 2) with { Status = SpanStatus.Error }], None);
        await Store.AppendAsync(
            [
                Span(65, 1), Span(65, 2) with { ParentSpanId = new SpanId(1), Status = SpanStatus.Error },
                Span(65, 3) with { ParentSpanId = new SpanId(99), Status = SpanStatus.Error }, Span(65, 4) with { ParentSpanId = new SpanId(1), Status = SpanStatus.Error },
            ],
            None);
        await Store.AppendAsync([Span(66, 1) with { ParentSpanId = new SpanId(1), Status = SpanStatus.Error }], None);

        var all = Ids(await ListAsync(query => query with { Limit = 100 }));
        var failed = Ids(await ListAsync(query => query with { FailedOnly = true, Limit = 100 }));

        Assert.Equal([66UL, 65, 63, 62], failed.Where(id => id >= 62));
        Assert.Subset(all.ToHashSet(), failed.ToHashSet());
        var single = await ListAsync(query => query with { FailedOnly = true, Limit = 1 });
        Assert.Equal([66UL], Ids(single));
        var next = await ListAsync(query => query with { FailedOnly = true, Limit = 1, After = single.Next });
        Assert.Equal([65UL], Ids(next));
    }

    [Fact]
    public async Task Outline_HasWhatTreesAreMadeOfAndTheEntrysFirstWords()
    {
        var full = Full();
        await Store.AppendAsync([full, Span(7, 1) with { Attributes = """{"input.value":"in"}"""u8.ToArray() }], None);

        var trace = (await Store.FindTraceAsync(Workspace, Trace(7), 10, None))!;

        Assert.Equal(Trace(7), trace.TraceId);
        Assert.False(trace.IsPartial);
        Assert.Equal(new TracePreview("in", null), trace.Preview);
        Assert.Equal(
            new SpanOutline
            {
                Id = trace.Spans[0].Id,
                SpanId = full.SpanId,
                ParentSpanId = full.ParentSpanId,
                Name = full.Name,
                Kind = full.Kind,
                Status = full.Status,
                StatusMessage = full.StatusMessage,
                StartUnixNanos = full.StartUnixNanos,
                EndUnixNanos = full.EndUnixNanos,
                ReceivedUnixNanos = full.ReceivedUnixNanos,
                IsGateway = false,
                Facts = full.Facts,
            },
            trace.Spans[0]);
        Assert.True((await OutlineOfAsync(Follower(8, 1))).IsGateway);
    }

    [Fact]
    public async Task Outline_CutsNamesAndMessages()
    {
        var outline = await OutlineOfAsync(Span(1, 1) with { Name = string.Concat(Enumerable.Repeat("😀", 2_000)), StatusMessage = new string('m', 5_000) });

        Assert.Equal(string.Concat(Enumerable.Repeat("😀", SpanOutline.LongestText)), outline.Name);
        Assert.Equal(SpanOutline.LongestText, outline.StatusMessage.Length);
    }

    [Fact]
    public async Task TraceLargerThanTheLimit_HasItsFirstAndLastSpans()
    {
        await Store.AppendAsync([.. Enumerable.Range(1, 30).Select(span => Span(1, (ulong)span) with
        {
            ParentSpanId = span == 30 ? null : new SpanId(30),
            Attributes = Encoding.UTF8.GetBytes($$"""{"input.value":"in {{span}}"}"""),
        })], None);

        var trace = (await Store.FindTraceAsync(Workspace, Trace(1), 10, None))!;
        var listed = Assert.Single((await ListAsync(query => query with { SpansPerTrace = 10 })).Traces);
        var whole = (await Store.FindTraceAsync(Workspace, Trace(1), 30, None))!;

        Assert.True(trace.IsPartial);
        Assert.Equal([1UL, 2, 3, 4, 5, 6, 7, 8, 29, 30], trace.Spans.Select(span => span.SpanId.Value));
        Assert.Equal(trace.Spans, listed.Spans);
        Assert.Equal("in 30", trace.Preview.Input);
        Assert.False(whole.IsPartial);
        Assert.Equal(30, whole.Spans.Count);
    }

    [Fact]
    public async Task LargeSpans_AreListedByTheirFirstWordsInOnePage()
    {
        var large = Encoding.UTF8.GetBytes("{\"input.value\":\"" + new string('x', 15 << 20) + "\"}");
        for (var trace = 1UL; trace <= 6; trace++)
        {
            await Store.AppendAsync([Span(trace, 1) with { Attributes = large }], None);
        }

        var page = await ListAsync();

        Assert.Null(page.Next);
        Assert.Equal([6UL, 5, 4, 3, 2, 1], Ids(page));
        Assert.All(page.Traces, trace => Assert.Equal(new string('x', 240), trace.Preview.Input));
    }

    [Fact]
    public async Task Preview_IsOfTheSpanThatTheTraceBeginsWithNow()
    {
        // The child comes first and its trace begins with it, until its parent comes.
        await Store.AppendAsync([Asked(2, 3) with { ParentSpanId = new SpanId(2), StartUnixNanos = 30 }, Asked(2, 4) with { ParentSpanId = new SpanId(3), StartUnixNanos = 20 }], None);
        Assert.Equal("in 3", Assert.Single((await ListAsync()).Traces).Preview.Input);

        await Store.AppendAsync([Asked(2, 2) with { ParentSpanId = new SpanId(1), StartUnixNanos = 50 }], None);
        Assert.Equal("in 2", Assert.Single((await ListAsync()).Traces).Preview.Input);

        await Store.AppendAsync([Asked(2, 5) with { StartUnixNanos = 90 }, Asked(2, 1) with { StartUnixNanos = 60 }], None);
        Assert.Equal("in 1", Assert.Single((await ListAsync()).Traces).Preview.Input);

        // Of two spans of one batch that nothing is above, one was thought to be the first; the other one is shown all the same.
        await Store.AppendAsync([Asked(3, 1) with { ParentSpanId = new SpanId(8), StartUnixNanos = 10 }, Asked(3, 2) with { ParentSpanId = new SpanId(9), StartUnixNanos = 20 }], None);
        await Store.AppendAsync([Asked(3, 8) with { ParentSpanId = new SpanId(2), StartUnixNanos = 5 }], None);
        Assert.Equal("in 2", (await ListAsync()).Traces[0].Preview.Input);
    }

    [Fact]
    public async Task Span_IsFoundWhole()
    {
        var full = Full();
        await Store.AppendAsync([full, Span(8, 1)], None);

        var found = (await Store.FindSpanAsync(new SpanKey(Workspace, full.TraceId, full.SpanId), None))!.Row;

        Assert.Equal(Encoding.UTF8.GetString(full.Attributes.Span), Encoding.UTF8.GetString(found.Attributes.Span));
        Assert.Equal(full.ScopeName, found.ScopeName);
        Assert.Null(await Store.FindSpanAsync(new SpanKey(Workspace, full.TraceId, new SpanId(1)), None));
    }

    [Fact]
    public async Task HasSpans_IsTrueFromTheFirstSpanOnForItsWorkspaceOnly()
    {
        Assert.False(await Store.HasSpansAsync(Workspace, None));

        await Store.AppendAsync([Span(1, 1)], None);

        Assert.True(await Store.HasSpansAsync(Workspace, None));
        Assert.False(await Store.HasSpansAsync(OtherWorkspace, None));
    }

    private static SpanRow Follower(ulong trace, ulong span) => Span(trace, span) with { Project = "gateway", ProjectBinding = ProjectBinding.FollowsTrace };

    private static ulong[] Ids(TracePage page) => [.. page.Traces.Select(trace => trace.TraceId.Low)];

    private async Task<SpanOutline> OutlineOfAsync(SpanRow span)
    {
        await Store.AppendAsync([span], None);
        return Assert.Single((await Store.FindTraceAsync(Workspace, span.TraceId, 10, None))!.Spans);
    }

    private ValueTask<TracePage> ListAsync(Func<TraceQuery, TraceQuery>? narrow = null)
    {
        var query = new TraceQuery { WorkspaceId = Workspace };
        return Store.ListTracesAsync(narrow is null ? query : narrow(query), None);
    }

    private async Task ExpectAsync(string project, params ulong[] traces) => Assert.Equal(traces, Ids(await ListAsync(project)));

    private async Task<TracePage> ListAsync(string project)
    {
        var found = await Store.FindProjectAsync(Workspace, project, None);
        return await ListAsync(query => query with { ProjectId = found!.Id });
    }

    private static SpanRow Asked(ulong trace, ulong span) => Span(trace, span) with { EndUnixNanos = 1_000, Attributes = Encoding.UTF8.GetBytes($$"""{"input.value":"in {{span}}"}""") };
}
