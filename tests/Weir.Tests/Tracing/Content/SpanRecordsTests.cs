using System.Text;
using System.Text.Json;
using Weir.Protocol;
using Weir.Tracing.Content;
using Weir.Tracing.Model;
using Xunit;

namespace Weir.Tests.Tracing.Content;

/// <summary>Whole spans as they are shown, long texts cut.</summary>
public sealed class SpanRecordsTests
{
    [Fact]
    public void Numbers_KeepTheirDigits()
    {
        var record = SpanRecords.Of(Span("""{"a":1.0,"b":1e400,"c":12345678901234567890,"d":[1.50,true,null],"long":"abcdef"}"""), textLimit: 4);

        Assert.Equal("""{"a":1.0,"b":1e400,"c":12345678901234567890,"d":[1.50,true,null],"long":"abcd"}""", record.Attributes.GetRawText());
        Assert.Contains("\"a\":1.0,\"b\":1e400,", JsonSerializer.Serialize(record, WireJson.Default.SpanRecord), StringComparison.Ordinal);
    }

    [Fact]
    public void CutTexts_SayWhereAndHowLong()
    {
        var span = Span("""{"input.value":"héllo","tag.tags":["ok","too long"],"m":{"deep":[{"x.y":"12345"}]}}""") with
        {
            Resource = """{"service.name":"service"}"""u8.ToArray(),
            Events = """[{"name":"second","time_unix_nano":20,"attributes":{"exception.stacktrace":"at line"}},{"name":"one","time_unix_nano":10,"attributes":{}}]"""u8.ToArray(),
            Links = """[{"trace_id":"0","span_id":"1","trace_state":"","attributes":{"why":"because"}}]"""u8.ToArray(),
            StatusMessage = "it broke",
            Name = "span",
        };

        var record = SpanRecords.Of(span, textLimit: 4);

        Assert.Equal(
            [
                ("status_message", 8), ("attributes.input.value", 5), ("attributes.tag.tags.1", 8), ("attributes.m.deep.0.x.y", 5),
                ("events.1.name", 6), ("events.1.exception.stacktrace", 7), ("links.0.why", 7), ("resource.service.name", 7),
            ],
            record.CutTexts.Select(cut => (cut.Path, (int)cut.Length)));
        Assert.Equal("héll", record.Attributes.GetProperty("input.value").GetString());
        Assert.Equal("at l", record.Events[1].Attributes.GetProperty("exception.stacktrace").GetString());
        Assert.Equal("it b", record.StatusMessage);
    }

    [Theory]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("ab😀", 4, "ab😀")]
    [InlineData("😀", 1, "")]
    [InlineData("\\u00e9\\ud83d\\ude00", 2, "é")]
    [InlineData("äöü", 3, "äöü")]
    [InlineData("äöüß", 3, "äöü")]
    public void Cut_IsInCodeUnitsAndNeverInACharacter(string json, int limit, string expected)
    {
        var record = SpanRecords.Of(Span($$"""{"k":"{{json}}"}"""), limit);

        Assert.Equal(expected, record.Attributes.GetProperty("k").GetString());
        Assert.Equal(JsonDocument.Parse($"\"{json}\"").RootElement.GetString() != expected, record.CutTexts.Count == 1);
    }

    [Fact]
    public void TextLimitZero_CutsNothing()
    {
        var text = new string('x', 200_000);

        var record = SpanRecords.Of(Span($$"""{"input.value":"{{text}}"}"""), textLimit: 0);

        Assert.Equal(text, record.Attributes.GetProperty("input.value").GetString());
        Assert.Equal(text, record.Content.Input!.Text);
        Assert.Empty(record.CutTexts);
    }

    [Fact]
    public void Times_AreInNanosecondsAndOffsetsMayBeNegative()
    {
        var span = Span("{}") with
        {
            StartUnixNanos = 1_700_000_000_000_000_001,
            EndUnixNanos = 1_700_000_000_000_002_001,
            ReceivedUnixNanos = 1_700_000_001_000_000_000,
            Events = """[{"name":"before","time_unix_nano":1699999999999998000,"attributes":{}},{"name":"never","time_unix_nano":18446744073709551615,"attributes":{}}]"""u8.ToArray(),
        };

        var record = SpanRecords.Of(span, 0);

        Assert.Equal("2023-11-14T22:13:20.000000001Z", record.StartTime);
        Assert.Equal(2, record.DurationUs);
        Assert.Equal("2023-11-14T22:13:21.000000Z", record.ReceivedAt);
        Assert.Equal("2023-11-14T22:13:19.999998000Z", record.Events[0].Time);
        Assert.Equal(-2, record.Events[0].OffsetUs);
        Assert.Equal("2262-04-11T23:47:16.854775807Z", record.Events[1].Time);
    }

    private static SpanRow Span(string attributes) => new()
    {
        WorkspaceId = Guid.Empty,
        TraceId = new TraceId(1, 2),
        SpanId = new SpanId(3),
        Project = "p",
        Name = "s",
        Kind = "LLM",
        StartUnixNanos = 0,
        EndUnixNanos = 0,
        ReceivedUnixNanos = 0,
        Attributes = Encoding.UTF8.GetBytes(attributes),
    };
}
