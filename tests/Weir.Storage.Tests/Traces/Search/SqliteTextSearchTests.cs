using System.Text;
using System.Text.Json;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Tracing.Filter;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Xunit;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces.Search;

/// <summary>Searching words: with an index, without one, and while it is behind.</summary>
public sealed class SqliteTextSearchTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    // Nothing happens behind the spans but when a test says so.
    private static readonly TraceStoreOptions ByHand = new() { FollowInterval = TimeSpan.FromDays(1), RetentionInterval = TimeSpan.FromDays(1) };

    private readonly TemporaryFolder _folder = new();
    private SqliteTraceStore _store = null!;

    private string Index => _folder.File("traces.texts.db");

    public ValueTask InitializeAsync()
    {
        _store = Open(ByHand);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("search('refund')", new ulong[] { 4, 1 })]
    [InlineData("search('REFUND polic*')", new ulong[] { 1 })]
    [InlineData("search('Straße')", new ulong[] { 2 })]
    [InlineData("search('退款')", new ulong[] { 3 })]
    [InlineData("search('fund')", new ulong[0])]
    [InlineData("search('refund') and not search('policy')", new ulong[] { 4 })]
    [InlineData("search('policy') or name == 'span 2'", new ulong[] { 2, 1 })]
    [InlineData("search('upstream 503')", new ulong[] { 4 })]
    [InlineData("search('content')", new ulong[0])]
    public async Task Search_FindsTheSameWithAndWithoutAnIndex(string filter, ulong[] expected)
    {
        await StoreSomeAsync();

        Assert.Equal(expected, await FindAsync(filter));
        await _store.CatchUpAsync(None);
        Assert.Equal(expected, await FindAsync(filter));
        await ReopenAsync(ByHand with { IndexesTexts = false });
        Assert.False(File.Exists(Index));
        Assert.Equal(expected, await FindAsync(filter));
        await ReopenAsync(ByHand);
        await _store.CatchUpAsync(None);
        Assert.Equal(expected, await FindAsync(filter));
    }

    [Theory]
    [InlineData("\" OR 1 --")]
    [InlineData("a AND b OR NOT c NEAR(x y)")]
    [InlineData("body:refund")]
    [InlineData("^refund {a b} : (c)")]
    [InlineData("refund* OR \"")]
    [InlineData("'; DROP TABLE words; --")]
    [InlineData("a\0b")]
    [InlineData("+-*\"'(){}[]^:,")]
    public async Task Search_OfTheIndexsOwnSyntax_FindsWordsOnly(string hostile)
    {
        await StoreSomeAsync();
        await _store.AppendAsync([WithText(9, "a b or 1 and not c near x y body refund drop table words")], None);
        await _store.CatchUpAsync(None);
        var quoted = hostile.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);

        if (FilterParser.TryParse($"search('{quoted}')", out var problem) is { } filter)
        {
            var byIndex = await FindAsync(filter);
            await ReopenAsync(ByHand with { IndexesTexts = false });
            Assert.Equal(await FindAsync(filter), byIndex);
        }
        else
        {
            Assert.NotNull(problem);
        }
    }

    [Fact]
    public async Task Search_ManyHits_PagesThroughEachOnce()
    {
        await _store.AppendAsync([.. Enumerable.Range(1, 1500).Select(number => WithText((ulong)number, number % 3 == 0 ? "common rare" : "common"))], None);
        await _store.CatchUpAsync(None);
        await _store.AppendAsync([.. Enumerable.Range(1501, 10).Select(number => WithText((ulong)number, "common"))], None);

        Assert.Equal(Enumerable.Range(1, 1510).Reverse().Select(number => (ulong)number), await FindAsync("search('common')", limit: 7));
        Assert.Equal(500, (await FindAsync("search('common') and search('rare')", limit: 50)).Count);
        Assert.Equal([9], await FindAsync("search('common') and span_id == '0000000000000009'"));
    }

    [Fact]
    public async Task Search_FarBehind_SaysHowManySpansItLeftOut()
    {
        await _store.AppendAsync([WithText(1, "needle")], None);
        await _store.CatchUpAsync(None);
        await _store.AppendAsync([.. Enumerable.Range(2, 3000).Select(number => WithText((ulong)number, "hay"))], None);

        var page = await QueryAsync(FilterParser.TryParse("search('needle')", out _)!, 10, null);

        Assert.Equal(3000, page.Unindexed);
        Assert.Equal(1UL, Assert.Single(page.Spans).Row.SpanId.Value);
    }

    [Fact]
    public async Task ListTraces_BySearch_ShowsThoseWithSuchASpan()
    {
        await _store.AppendAsync([.. Enumerable.Range(1, 900).Select(number => WithText((ulong)number, number % 300 == 0 ? "needle" : "hay"))], None);
        await _store.CatchUpAsync(None);
        await _store.AppendAsync([WithText(901, "needle")], None);
        var page = await _store.ListTracesAsync(new TraceQuery { WorkspaceId = Workspace, Filter = FilterParser.TryParse("search('needle')", out _), Limit = 50 }, None);

        Assert.Equal([901, 900, 600, 300], page.Traces.Select(trace => trace.TraceId.Low));
        Assert.Equal(4, page.Scanned);
    }

    [Fact]
    public async Task ErasedSpans_LeaveTheIndex()
    {
        await StoreSomeAsync();
        await _store.CatchUpAsync(None);

        _ = await new SqliteProjectStore(_store).EraseAsync(new Erasure { WorkspaceId = Workspace, TraceId = Trace(1) }, None);
        await _store.CatchUpAsync(None);

        Assert.Equal([4], await FindAsync("search('refund')"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM texts.words WHERE words MATCH 'refund'"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM texts.words WHERE words MATCH 'policy'"));
        Assert.Equal(0, await CountAsync("SELECT count(*) FROM erased_spans"));
    }

    [Fact]
    public async Task Index_DamagedOrOfOtherSpans_IsMadeAgain()
    {
        await StoreSomeAsync();
        await _store.CatchUpAsync(None);
        await _store.DisposeAsync();
        await File.WriteAllTextAsync(Index, "this is not a database, and long enough to be taken for the head of one ...............................................");
        _store = Open(ByHand);
        await _store.CatchUpAsync(None);
        Assert.Equal(2, await CountAsync("SELECT count(*) FROM texts.words WHERE words MATCH 'refund'"));

        // Another store in its place: the numbers of its spans mean others.
        await _store.DisposeAsync();
        File.Delete(_folder.File("traces.db"));
        _store = Open(ByHand);
        await _store.AppendAsync([WithText(7, "refund")], None);
        await _store.CatchUpAsync(None);
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM texts.words WHERE words MATCH 'refund'"));
    }

    [Fact]
    public async Task Store_WhileOpen_IndexesByItself()
    {
        await ReopenAsync(new TraceStoreOptions());
        await StoreSomeAsync();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await CountAsync("SELECT count(*) FROM texts.words WHERE words MATCH 'refund'") < 2)
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private static SpanRow WithText(ulong number, string text) =>
        Span(number, number) with { Attributes = Encoding.UTF8.GetBytes($$"""{"input.value":"{{JsonEncodedText.Encode(text)}}","n":{{number}}}""") };

    private Task StoreSomeAsync() => _store.AppendAsync(
        [
            Span(1, 1) with { Attributes = """{"llm.input_messages.0.message.content":"What is the refund policy?"}"""u8.ToArray() },
            WithText(2, "Die STRASSE heißt Straße, é ü"),
            WithText(3, "请问退款怎么办"),
            Span(4, 4) with { Name = "Refund", Status = SpanStatus.Error, StatusMessage = "upstream answered 503" },
        ],
        None);

    private SqliteTraceStore Open(TraceStoreOptions options) => SqliteTraceStore.Open(_folder.File("traces.db"), Durability.Os, options, TimeProvider.System);

    private async Task ReopenAsync(TraceStoreOptions options)
    {
        await _store.DisposeAsync();
        _store = Open(options);
    }

    private Task<List<ulong>> FindAsync(string filter, int limit = 50) => FindAsync(FilterParser.TryParse(filter, out var problem) ?? throw new InvalidOperationException(problem!.ToString()), limit);

    private async Task<List<ulong>> FindAsync(SpanFilter filter, int limit = 50)
    {
        var found = new List<ulong>();
        SpanCursor? after = null;
        do
        {
            var page = await QueryAsync(filter, limit, after);
            Assert.InRange(page.Spans.Length, 0, limit);
            found.AddRange(page.Spans.Select(span => span.Row.SpanId.Value));
            after = page.Next;
        }
        while (after is not null);

        return found;
    }

    private async Task<SpanPage> QueryAsync(SpanFilter filter, int limit, SpanCursor? after)
    {
        var project = (await _store.FindProjectAsync(Workspace, "p", None))!.Id;
        return await _store.QuerySpansAsync(new SpanQuery { WorkspaceId = Workspace, ProjectId = project, Filter = filter, Limit = limit, After = after }, None);
    }

    private ValueTask<long> CountAsync(string sql) => _store.Reads.ReadAsync(connection => (long)connection.Command(sql).ExecuteScalar()!, None);
}
