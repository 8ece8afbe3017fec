using System.Text;
using Microsoft.Data.Sqlite;
using Weir.Storage.Sqlite.Database;
using Weir.Storage.Sqlite.Traces;
using Weir.Storage.Sqlite.Traces.Payloads;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Xunit;
using static Weir.Storage.Tests.Traces.SpanSamples;

namespace Weir.Storage.Tests.Traces.Payloads;

/// <summary>Payloads of spans that are stored together: each is read, sent again and erased as if it lay alone.</summary>
public sealed class PayloadBlockTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteTraceStore _store;

    public PayloadBlockTests() => _store = SqliteTraceStore.Open(Path, Durability.Os, TimeProvider.System);

    private string Path => _folder.File("traces.db");

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(PayloadBlock.MostSpans)]
    [InlineData(PayloadBlock.MostSpans + 1)]
    [InlineData(100)]
    public async Task Append_ManySpansOfATrace_EachIsReadWithItsOwnPayload(int spans)
    {
        await _store.AppendAsync(Spans(1, 1, spans), CancellationToken.None);

        Assert.Equal((spans + PayloadBlock.MostSpans - 1) / PayloadBlock.MostSpans, Rows().Count);
        await AssertTextsAsync(1, Enumerable.Range(1, spans));
        foreach (var span in Enumerable.Range(1, spans))
        {
            Assert.Equal(Text(1, span), TextOf(await _store.FindSpanAsync(Key(1, span), CancellationToken.None)));
        }
    }

    [Fact]
    public async Task Append_TracesMixedInOneBatch_NoRowHoldsTwoTraces()
    {
        var batch = Enumerable.Range(1, 20).SelectMany(span => new[] { Spans(1, span, 1)[0], Spans(2, span, 1)[0], Spans(1, span, 1)[0] with { WorkspaceId = OtherWorkspace } }).ToList();

        await _store.AppendAsync(batch, CancellationToken.None);

        Assert.Equal(6, Rows().Count);
        await AssertTextsAsync(1, Enumerable.Range(1, 20));
        await AssertTextsAsync(2, Enumerable.Range(1, 20));
    }

    [Fact]
    public async Task Append_SpansThatAreThereAmongNewOnes_KeepsTheFirstAndNothingOfTheSecond()
    {
        await _store.AppendAsync(Spans(1, 2, 3), CancellationToken.None);
        var again = Spans(1, 1, 8).ConvertAll(span => span with { Attributes = Encoding.UTF8.GetBytes($$"""{"text":"second {{span.SpanId.Value}}"}""") });

        await _store.AppendAsync(again, CancellationToken.None);
        await _store.AppendAsync(again, CancellationToken.None);

        var stored = await _store.ReadTraceAsync(Workspace, Trace(1), 100, CancellationToken.None);
        Assert.Equal(
            stored.Select(span => span.Row.SpanId.Value is >= 2 and <= 4 ? Text(1, (int)span.Row.SpanId.Value) : $"second {span.Row.SpanId.Value}"),
            stored.Select(TextOf));
        Assert.Equal([3, 5], Rows().Select(row => row.Members.Count));
        Assert.DoesNotContain("second 3", Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_ASpanTwiceInOneBatch_IsStoredOnce()
    {
        var spans = Spans(1, 1, 3);

        await _store.AppendAsync([.. spans, .. spans], CancellationToken.None);

        Assert.Equal(3, Assert.Single(Rows()).Members.Count);
        await AssertTextsAsync(1, [1, 2, 3]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public async Task Erase_OneSpanOfARow_TakesItsTextAndLeavesTheOthers(int erased)
    {
        await _store.AppendAsync(Spans(1, 1, 8), CancellationToken.None);

        await EraseAsync(new Erasure { WorkspaceId = Workspace, SpanId = new SpanId((ulong)erased) });

        await AssertTextsAsync(1, Enumerable.Range(1, 8).Where(span => span != erased));
        Assert.DoesNotContain(Text(1, erased), Everything(), StringComparison.Ordinal);
        await _store.AppendAsync(Spans(1, 9, 2), CancellationToken.None);
        await AssertTextsAsync(1, Enumerable.Range(1, 10).Where(span => span != erased));
    }

    [Fact]
    public async Task Erase_AllSpansOfARowOneByOne_LeavesNoRow()
    {
        await _store.AppendAsync(Spans(1, 1, 5), CancellationToken.None);
        await _store.AppendAsync(Spans(2, 1, 5), CancellationToken.None);
        foreach (var span in (int[])[3, 1, 5, 2, 4])
        {
            var stored = await _store.FindSpanAsync(Key(1, span), CancellationToken.None);
            await EraseAsync(new Erasure { WorkspaceId = Workspace, Span = stored!.Id });
        }

        Assert.Equal(5, Assert.Single(Rows()).Members.Count);
        await AssertTextsAsync(2, [1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task Erase_ATrace_ErasesItsRowsWhole()
    {
        await _store.AppendAsync(Spans(1, 1, 40), CancellationToken.None);
        await _store.AppendAsync(Spans(2, 1, 1), CancellationToken.None);

        await EraseAsync(new Erasure { WorkspaceId = Workspace, TraceId = Trace(1) });

        _ = Assert.Single(Rows());
        await AssertTextsAsync(2, [1]);
    }

    [Fact]
    public async Task Append_LargeSpans_NoRowGrowsFarBeyondItsBound()
    {
        var spans = Spans(1, 1, 10).ConvertAll(span => span with { Attributes = Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 30_000)}}{{span.SpanId.Value}}"}""") });

        await _store.AppendAsync(spans, CancellationToken.None);

        Assert.Equal([2, 2, 2, 2, 2], Rows().Select(row => row.Members.Count));
        Assert.Equal(10, (await _store.ReadTraceAsync(Workspace, Trace(1), 100, CancellationToken.None)).Count);
    }

    [Fact]
    public void Unpack_DamagedRow_SaysSo()
    {
        var body = PayloadBlock.Pack(Spans(1, 1, 3));
        body[^5] ^= 0xff;

        _ = Assert.Throws<InvalidDataException>(() => PayloadBlock.Unpack(1, body).Find(3));
    }

    [Fact]
    public async Task List_OpensNoPayload()
    {
        await _store.AppendAsync(Asked(1), CancellationToken.None);
        await _store.AppendAsync(Asked(2), CancellationToken.None);
        Execute("UPDATE span_payloads SET body = x'7f00'");

        var page = await _store.ListTracesAsync(new TraceQuery { WorkspaceId = Workspace }, CancellationToken.None);

        Assert.Equal(["asked of 2", "asked of 1"], page.Traces.Select(trace => trace.Preview.Input));
        _ = await Assert.ThrowsAsync<InvalidDataException>(async () => await _store.FindSpanAsync(Key(1, 1), CancellationToken.None));
    }

    [Fact]
    public async Task List_OfSpansFromBeforeThereWerePreviews_ShowsWhatTheirPayloadsSay()
    {
        await _store.AppendAsync(Asked(1), CancellationToken.None);
        Execute("DELETE FROM span_previews");

        var page = await _store.ListTracesAsync(new TraceQuery { WorkspaceId = Workspace }, CancellationToken.None);

        Assert.Equal("asked of 1", Assert.Single(page.Traces).Preview.Input);
    }

    [Fact]
    public async Task Erase_AnEntrySpan_TakesItsPreview()
    {
        await _store.AppendAsync(Asked(1), CancellationToken.None);
        await _store.AppendAsync(Asked(2), CancellationToken.None);

        await EraseAsync(new Erasure { WorkspaceId = Workspace, SpanId = new SpanId(1) });
        await EraseAsync(new Erasure { WorkspaceId = Workspace, TraceId = Trace(2) });

        Assert.Equal(0L, Execute("SELECT count(*) FROM span_previews"));
    }

    [Fact]
    public async Task Append_ASpanAgain_KeepsTheFirstPreview()
    {
        await _store.AppendAsync(Asked(1), CancellationToken.None);
        await _store.AppendAsync([Asked(1)[0] with { Attributes = """{"input.value":"another"}"""u8.ToArray() }, Span(1, 9) with { ParentSpanId = new SpanId(1) }], CancellationToken.None);

        var page = await _store.ListTracesAsync(new TraceQuery { WorkspaceId = Workspace }, CancellationToken.None);

        Assert.Equal("asked of 1", Assert.Single(page.Traces).Preview.Input);
        Assert.Equal(1L, Execute("SELECT count(*) FROM span_previews"));
    }

    // A root and three spans below it.
    private static List<SpanRow> Asked(ulong trace) => Spans(trace, 1, 4).ConvertAll(span => span.SpanId.Value == 1
        ? span with { Attributes = Encoding.UTF8.GetBytes($$"""{"input.value":"asked of {{trace}}"}""") }
        : span with { ParentSpanId = new SpanId(1) });

    private static List<SpanRow> Spans(ulong trace, int first, int count) =>
        [.. Enumerable.Range(first, count).Select(span => Span(trace, (ulong)span) with { Attributes = Encoding.UTF8.GetBytes($$"""{"text":"{{Text(trace, span)}}"}""") })];

    private static string Text(ulong trace, int span) => $"what span {span} of trace {trace} says, and nobody else";

    private static string TextOf(StoredSpan? span) => System.Text.Json.JsonDocument.Parse(span!.Row.Attributes).RootElement.GetProperty("text").GetString()!;

    private static SpanKey Key(ulong trace, int span) => new(Workspace, Trace(trace), new SpanId((ulong)span));

    private async Task AssertTextsAsync(ulong trace, IEnumerable<int> spans)
    {
        var stored = await _store.ReadTraceAsync(Workspace, Trace(trace), 1000, CancellationToken.None);
        Assert.Equal(spans.Select(span => Text(trace, span)), stored.OrderBy(span => span.Row.SpanId.Value).Select(TextOf));
    }

    private async Task EraseAsync(Erasure erasure) => Assert.NotEqual(0, await new SqliteProjectStore(_store).EraseAsync(erasure, CancellationToken.None));

    private string Everything() => string.Concat(Rows().SelectMany(row => row.Members).Select(member => Encoding.UTF8.GetString(member.Plain.Span)));

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private List<PayloadBlock> Rows()
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT span, body FROM span_payloads ORDER BY span";
        using var row = command.ExecuteReader();
        var rows = new List<PayloadBlock>();
        while (row.Read())
        {
            rows.Add(PayloadBlock.Unpack(row.GetInt64(0), (byte[])row.GetValue(1)));
        }

        return rows;
    }
}
