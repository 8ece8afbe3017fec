using System.Text;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Xunit;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces;

/// <summary>What every trace store does; one subclass for each.</summary>
public abstract class TraceStoreContract : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private protected ITraceStore Store { get; private set; } = null!;

    private protected abstract Task<ITraceStore> OpenAsync();

    private protected abstract Task CloseAsync();

    /// <summary>Removes what the store has left behind. The runner calls no Dispose beside DisposeAsync.</summary>
    private protected abstract void CleanUp();

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        CleanUp();
        GC.SuppressFinalize(this);
    }

    private protected async Task ReopenAsync()
    {
        await CloseAsync();
        Store = await OpenAsync();
    }

    [Fact]
    public async Task Append_FullSpan_IsReadBackAsItWas()
    {
        var span = Full();

        await Store.AppendAsync([span], None);

        var stored = Assert.Single(await Store.ReadTraceAsync(Workspace, span.TraceId, 10, None)).Row;
        Assert.Equal(Text(span.Attributes), Text(stored.Attributes));
        Assert.Equal(Text(span.Events), Text(stored.Events));
        Assert.Equal(Text(span.Links), Text(stored.Links));
        Assert.Equal(Text(span.Resource), Text(stored.Resource));
        Assert.Equal(WithoutJson(span), WithoutJson(stored));
    }

    [Fact]
    public async Task Append_SameSpanTwice_KeepsTheFirst()
    {
        var span = Span(1, 1);

        await Store.AppendAsync([span, span with { Name = "second" }], None);
        await Store.AppendAsync([span with { Name = "third" }], None);

        Assert.Equal("span 1", Assert.Single(await Store.ReadTraceAsync(Workspace, span.TraceId, 10, None)).Row.Name);
    }

    [Fact]
    public async Task Append_SameSpanIdInTwoTraces_KeepsBoth()
    {
        await Store.AppendAsync([Span(1, 1), Span(2, 1)], None);

        Assert.Equal(2, await Store.CountSpansAsync(Workspace, null, None));
    }

    [Fact]
    public async Task Append_SameTraceInTwoWorkspaces_AreStrangers()
    {
        await Store.AppendAsync([Span(1, 1), Span(1, 1) with { WorkspaceId = OtherWorkspace, Name = "other" }], None);

        Assert.Equal("span 1", Assert.Single(await Store.ReadTraceAsync(Workspace, Trace(1), 10, None)).Row.Name);
        Assert.Equal("other", Assert.Single(await Store.ReadTraceAsync(OtherWorkspace, Trace(1), 10, None)).Row.Name);
        var theirs = await Store.FindProjectAsync(OtherWorkspace, "p", None);
        Assert.Null(await Store.FindProjectAsync(Workspace, theirs!.Id, None));
        Assert.Empty((await Store.QuerySpansAsync(new SpanQuery { WorkspaceId = Workspace, ProjectId = theirs.Id }, None)).Spans);
        Assert.Equal(0, await Store.CountSpansAsync(Workspace, theirs.Id, None));
    }

    [Fact]
    public async Task Append_FollowerAfterNamed_IsShownInItsProject()
    {
        await Store.AppendAsync([Span(1, 1) with { Project = "app" }], None);
        await Store.AppendAsync([Follower(1, 2)], None);

        Assert.All(await Store.ReadTraceAsync(Workspace, Trace(1), 10, None), span => Assert.Equal("app", span.Row.Project));
    }

    [Fact]
    public async Task Append_FollowerBeforeNamed_MovesToItsProject()
    {
        await Store.AppendAsync([Follower(1, 2), Follower(1, 3)], None);
        Assert.All(await Store.ReadTraceAsync(Workspace, Trace(1), 10, None), span => Assert.Equal("gateway", span.Row.Project));

        await Store.AppendAsync([Span(1, 1) with { Project = "app" }], None);

        Assert.Equal(["app", "app", "app"], (await Store.ReadTraceAsync(Workspace, Trace(1), 10, None)).Select(span => span.Row.Project));
        Assert.Equal(3, (await QueryAsync("app")).Spans.Length);
        Assert.Empty((await QueryAsync("gateway")).Spans);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Append_FollowerAndNamedTogether_AreShownInOneProject(bool followerFirst)
    {
        SpanRow[] spans = [Span(1, 1) with { Project = "app" }, Follower(1, 2)];

        await Store.AppendAsync(followerFirst ? [spans[1], spans[0]] : spans, None);

        Assert.All(await Store.ReadTraceAsync(Workspace, Trace(1), 10, None), span => Assert.Equal("app", span.Row.Project));
    }

    [Fact]
    public async Task Append_TwoNamedProjectsInATrace_StayApartAndFollowersGoToTheFirst()
    {
        await Store.AppendAsync([Span(1, 1) with { Project = "first" }, Span(1, 2) with { Project = "second" }, Follower(1, 3)], None);

        Assert.Equal(["first", "second", "first"], (await Store.ReadTraceAsync(Workspace, Trace(1), 10, None)).Select(span => span.Row.Project));
    }

    [Fact]
    public async Task Query_Pages_AreNewestFirstAndStableUnderInserts()
    {
        await Store.AppendAsync([.. Enumerable.Range(1, 7).Select(i => Span(1, (ulong)i) with { ReceivedUnixNanos = 10_000 + (i / 3) })], None);
        var first = await QueryAsync("p", query => query with { Limit = 3 });

        await Store.AppendAsync([Span(1, 100) with { ReceivedUnixNanos = 99_000 }], None);
        var second = await QueryAsync("p", query => query with { Limit = 3, After = first.Next });
        var third = await QueryAsync("p", query => query with { Limit = 3, After = second.Next });

        Assert.Equal([7UL, 6UL, 5UL], Ids(first));
        Assert.Equal([4UL, 3UL, 2UL], Ids(second));
        Assert.Equal([1UL], Ids(third));
        Assert.Null(third.Next);
    }

    [Fact]
    public async Task Query_LastPageExactlyFull_HasNoNext()
    {
        await Store.AppendAsync([Span(1, 1), Span(1, 2)], None);

        Assert.Null((await QueryAsync("p", query => query with { Limit = 2 })).Next);
    }

    [Fact]
    public async Task Query_Conditions_Narrow()
    {
        await Store.AppendAsync(
            [
                Span(1, 1),
                Span(1, 2) with { ParentSpanId = new SpanId(1), Kind = "TOOL", Status = SpanStatus.Error, Name = "it's \"quoted\"" },
                Span(2, 3) with { StartUnixNanos = 5_000, EndUnixNanos = 6_000 },
            ],
            None);

        await ExpectAsync(query => query with { Kinds = ["TOOL", "AGENT"] }, 2UL);
        await ExpectAsync(query => query with { Statuses = [SpanStatus.Error] }, 2UL);
        await ExpectAsync(query => query with { Names = ["it's \"quoted\""] }, 2UL);
        await ExpectAsync(query => query with { ParentId = new SpanId(1) }, 2UL);
        await ExpectAsync(query => query with { RootsOnly = true }, 3UL, 1UL);
        await ExpectAsync(query => query with { TraceIds = [Trace(2), Trace(9)] }, 3UL);
        await ExpectAsync(query => query with { SpanIds = [new SpanId(1), new SpanId(3)] }, 3UL, 1UL);
        await ExpectAsync(query => query with { StartFromUnixNanos = 5_000 }, 3UL);
        await ExpectAsync(query => query with { StartBeforeUnixNanos = 5_000 }, 2UL, 1UL);
    }

    [Theory]
    [InlineData("n:2", 2)]
    [InlineData("n:2.0", 2)]
    [InlineData("llm.model_name:a/b", 3)]
    [InlineData("metadata.tier:gold", 3)]
    [InlineData("metadata.tier:silver", 0)]
    [InlineData("n:\"2\"", 0)]
    public async Task Query_Attribute_Matches(string filter, int expected)
    {
        await Store.AppendAsync([Span(1, 1), Span(1, 2), Span(1, 3)], None);

        var page = await QueryAsync("p", query => query with { Attributes = [AttributeFilter.TryParse(filter, out _)!] });

        Assert.True(expected == 2 ? Ids(page) is [2UL] : page.Spans.Length == expected);
    }

    [Fact]
    public async Task Query_AttributePages_GoOnWhereTheyStopped()
    {
        await Store.AppendAsync([.. Enumerable.Range(1, 6).Select(i => Span(1, (ulong)i))], None);
        var filter = AttributeFilter.TryParse("llm.model_name:a/b", out _)!;

        var first = await QueryAsync("p", query => query with { Attributes = [filter], Limit = 4 });
        var second = await QueryAsync("p", query => query with { Attributes = [filter], Limit = 4, After = first.Next });

        Assert.Equal([6UL, 5UL, 4UL, 3UL, 2UL, 1UL], [.. Ids(first), .. Ids(second)]);
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Projects_AreListedInPages()
    {
        await Store.AppendAsync([.. new[] { "Alpha", "beta", "alphabet", "100%" }.Select((name, i) => Span(1, (ulong)i + 1) with { Project = name })], None);

        var all = await Store.ListProjectsAsync(new ProjectQuery { WorkspaceId = Workspace, Limit = 3 }, None);
        var rest = await Store.ListProjectsAsync(new ProjectQuery { WorkspaceId = Workspace, Limit = 3, FromId = all.NextId }, None);
        var matching = await Store.ListProjectsAsync(new ProjectQuery { WorkspaceId = Workspace, NameContains = "ALPHA" }, None);
        var literal = await Store.ListProjectsAsync(new ProjectQuery { WorkspaceId = Workspace, NameContains = "%" }, None);

        Assert.Equal(["Alpha", "beta", "alphabet"], all.Projects.Select(project => project.Name));
        Assert.Equal(["100%"], rest.Projects.Select(project => project.Name));
        Assert.Null(rest.NextId);
        Assert.Equal(["Alpha", "alphabet"], matching.Projects.Select(project => project.Name));
        Assert.Equal(["100%"], literal.Projects.Select(project => project.Name));
        Assert.Equal(all.Projects[1], await Store.FindProjectAsync(Workspace, all.Projects[1].Id, None));
    }

    [Fact]
    public async Task FindMissing_GivesWhatIsNotStored()
    {
        await Store.AppendAsync([Span(1, 1)], None);
        SpanKey[] keys = [new(Workspace, Trace(1), new SpanId(1)), new(Workspace, Trace(1), new SpanId(2)), new(OtherWorkspace, Trace(1), new SpanId(1))];

        Assert.Equal(keys[1..], await Store.FindMissingAsync(keys, None));
    }

    [Fact]
    public async Task ReadTrace_OrdersByStartAndObeysItsLimit()
    {
        await Store.AppendAsync([Span(1, 3), Span(1, 1), Span(1, 2)], None);

        Assert.Equal([1UL, 2UL], (await Store.ReadTraceAsync(Workspace, Trace(1), 2, None)).Select(span => span.Row.SpanId.Value));
        Assert.Empty(await Store.ReadTraceAsync(Workspace, Trace(99), 10, None));
    }

    [Fact]
    public async Task Reopen_KeepsEverything()
    {
        await Store.AppendAsync([Full()], None);

        await ReopenAsync();

        Assert.Equal(1, await Store.CountSpansAsync(Workspace, null, None));
        Assert.Equal(Text(Full().Attributes), Text((await Store.ReadTraceAsync(Workspace, Full().TraceId, 1, None))[0].Row.Attributes));
    }

    [Fact]
    public async Task Append_ManyCallersAtOnce_LosesNothing()
    {
        var appends = Enumerable.Range(0, 64).Select(i => Store.AppendAsync([.. Enumerable.Range(0, 10).Select(j => Span((ulong)i, (ulong)((i * 10) + j + 1)))], None));

        await Task.WhenAll(appends);

        Assert.Equal(640, await Store.CountSpansAsync(Workspace, null, None));
    }

    private static SpanRow Follower(ulong trace, ulong span) => Span(trace, span) with { Project = "gateway", ProjectBinding = ProjectBinding.FollowsTrace };

    private static ulong[] Ids(SpanPage page) => [.. page.Spans.Select(span => span.Row.SpanId.Value)];

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);

    private static SpanRow WithoutJson(SpanRow span) => span with { Attributes = default, Events = default, Links = default, Resource = default };

    private async Task ExpectAsync(Func<SpanQuery, SpanQuery> narrow, params ulong[] expected) => Assert.Equal(expected, Ids(await QueryAsync("p", narrow)));

    private async Task<SpanPage> QueryAsync(string project, Func<SpanQuery, SpanQuery>? narrow = null)
    {
        var found = await Store.FindProjectAsync(Workspace, project, None);
        Assert.NotNull(found);
        var query = new SpanQuery { WorkspaceId = Workspace, ProjectId = found.Id };
        return await Store.QuerySpansAsync(narrow is null ? query : narrow(query), None);
    }
}
