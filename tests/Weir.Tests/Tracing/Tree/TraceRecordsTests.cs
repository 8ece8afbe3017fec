using System.Text;
using Weir.Protocol.Primitives;
using Weir.Tracing.Content;
using Weir.Tracing.Model;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;
using Xunit;
using static Weir.Tests.Tracing.Tree.Outlines;

namespace Weir.Tests.Tracing.Tree;

/// <summary>What traces add up to, and what a list says of them.</summary>
public sealed class TraceRecordsTests
{
    [Fact]
    public void CallTracedByCallerAndGateway_CountsOnceWithTheGatewaysNumbers()
    {
        var trace = TraceRecords.Of(Trace(
            Span(1),
            Span(2, 1, start: 1, kind: "LLM").Reporting(1000, 900, "told"),
            Span(3, 2, start: 2).OfGateway().Reporting(12, 34, "served", "acme"),
            Span(4, 3, start: 3) with { IsGateway = true }));

        Assert.Equal(12, trace.Summary.TotalTokens);
        Assert.Equal(new Usd(34), trace.Summary.Cost);
        Assert.Equal("served", trace.Summary.Model);
        Assert.Equal("acme", trace.Summary.Provider);
        Assert.Equal(1, trace.Summary.ModelCount);
        Assert.Equal([12, 12, 12, null], trace.Spans.Select(span => span.SubtreeTokens));
        Assert.Equal([null, 1000, 12, null], trace.Spans.Select(span => span.TotalTokens));
    }

    [Fact]
    public void OneCallersSpanOverTwoGatewayCalls_CountsBothCalls()
    {
        var summary = TraceRecords.Summarize(Trace(
            Span(1, kind: "LLM").Reporting(1000, 900),
            Span(2, 1).OfGateway().Reporting(10, 1),
            Span(3, 1).OfGateway().Reporting(20, 2)));

        Assert.Equal(30, summary.TotalTokens);
        Assert.Equal(new Usd(3), summary.Cost);
    }

    [Fact]
    public void GatewayCallThatFailedWithoutNumbers_LeavesTheCallersNumbers()
    {
        var summary = TraceRecords.Summarize(Trace(Span(1, kind: "LLM").Reporting(1000, 900), Span(2, 1, status: SpanStatus.Error).OfGateway()));

        Assert.Equal(1000, summary.TotalTokens);
    }

    [Fact]
    public void GatewayCallBelowATool_LeavesOutTheNearestReportOnly()
    {
        // The outer model call is another call: it reports, and so does the one inside its tool.
        var summary = TraceRecords.Summarize(Trace(
            Span(1, kind: "LLM").Reporting(100, 100),
            Span(2, 1, kind: "TOOL"),
            Span(3, 2, kind: "LLM").Reporting(1000, 900),
            Span(4, 3).OfGateway().Reporting(10, 1)));

        Assert.Equal(110, summary.TotalTokens);
    }

    [Theory]
    [InlineData("AGENT")]
    [InlineData("CHAIN")]
    [InlineData("PROMPT")]
    [InlineData("UNKNOWN")]
    public void Summary_OfAStepAboveCalls_DoesNotCount(string kind)
    {
        var above = TraceRecords.Of(Trace(Span(1, kind: kind).Reporting(30, 3), Span(2, 1, kind: kind), Span(3, 2, kind: "LLM").Reporting(30, 3)));
        var alone = TraceRecords.Of(Trace(Span(1, kind: kind).Reporting(30, 3), Span(2, 1, kind: kind).Reporting(20, 2)));

        Assert.Equal(30, above.Summary.TotalTokens);
        Assert.Equal([30, 30, 30], above.Spans.Select(span => span.SubtreeTokens));
        Assert.Equal(20, alone.Summary.TotalTokens);
    }

    [Theory]
    [InlineData("LLM")]
    [InlineData("EMBEDDING")]
    [InlineData("RETRIEVER")]
    [InlineData("RERANKER")]
    [InlineData("TOOL")]
    [InlineData("GUARDRAIL")]
    [InlineData("EVALUATOR")]
    public void CallInsideACall_CountsBesideIt(string kind)
    {
        var summary = TraceRecords.Summarize(Trace(Span(1, kind: kind).Reporting(30, 3), Span(2, 1, kind: "LLM").Reporting(20, 2)));

        Assert.Equal(50, summary.TotalTokens);
    }

    [Fact]
    public void Sums_StopAtTheLargestNumber()
    {
        var summary = TraceRecords.Summarize(Trace(
            Span(1, kind: "LLM").Reporting(long.MaxValue, long.MaxValue),
            Span(2, kind: "LLM").Reporting(long.MaxValue, long.MaxValue)));

        Assert.Equal(long.MaxValue, summary.TotalTokens);
        Assert.Equal(new Usd(long.MaxValue), summary.Cost);
    }

    [Fact]
    public void NoNumbers_AreNull()
    {
        var summary = TraceRecords.Summarize(Trace(Span(1, kind: "LLM") with { Facts = new SpanFacts { Model = "a/b", Provider = "acme" } }));

        Assert.Null(summary.TotalTokens);
        Assert.Null(summary.Cost);
        Assert.Equal("a/b", summary.Model);
        Assert.Equal("acme", summary.Provider);
    }

    [Fact]
    public void Models_AreCountedOnceAndTheFirstCallIsNamed()
    {
        var summary = TraceRecords.Summarize(Trace(
            Span(1),
            Span(2, 1, start: 5, kind: "LLM").Reporting(1, 1, "late"),
            Span(3, 1, start: 2, kind: "LLM").Reporting(1, 1, "early"),
            Span(4, 1, start: 7, kind: "LLM").Reporting(1, 1, "late")));

        Assert.Equal("early", summary.Model);
        Assert.Equal(2, summary.ModelCount);
    }

    [Fact]
    public void Entry_IsTheEarliestRootElseTheEarliestOrphan()
    {
        Assert.Equal("span 3", TraceRecords.Summarize(Trace(Span(2, 9), Span(4, start: 8), Span(3, start: 5))).Name);
        Assert.Equal("span 2", TraceRecords.Summarize(Trace(Span(3, 2), Span(2, 9, start: 4), Span(5, 9, start: 6))).Name);
        Assert.Equal("span 2", TraceRecords.Summarize(Trace(Span(1, 2, start: 1), Span(2, 1))).Name);
    }

    [Theory]
    [InlineData(SpanStatus.Ok, "OK", "")]
    [InlineData(SpanStatus.Error, "ERROR", "error 1")]
    [InlineData(SpanStatus.Unset, "ERROR", "error 3")]
    public void Status_IsTheEntrysUnlessItDoesNotSayAndAnotherTopFailed(SpanStatus entry, string expected, string message)
    {
        var summary = TraceRecords.Summarize(Trace(Span(1, status: entry), Span(2, 1, status: SpanStatus.Error), Span(3, 9, start: 1, status: SpanStatus.Error)));

        Assert.Equal(expected, summary.Status);
        Assert.Equal(message, summary.StatusMessage);
        Assert.Equal(entry == SpanStatus.Error ? 3 : 2, summary.ErrorCount);
    }

    [Fact]
    public void FailureBelowAnEntryThatDoesNotSay_IsCountedOnly()
    {
        var trace = TraceRecords.Of(Trace(Span(1), Span(2, 1, status: SpanStatus.Error)));

        Assert.Equal("UNSET", trace.Summary.Status);
        Assert.Equal(1, trace.Summary.ErrorCount);
        Assert.Equal([1, 1], trace.Spans.Select(span => span.SubtreeErrors));
    }

    [Fact]
    public void Times_AreThoseOfTheEarliestAndTheLatest()
    {
        var trace = TraceRecords.Of(Trace(Span(2, start: 1_700_000_000_123_456_789), Span(1, start: 1_700_000_000_000_000_000) with { ReceivedUnixNanos = 4_999 }));

        Assert.Equal("2023-11-14T22:13:20.000000Z", trace.Summary.StartTime);
        Assert.Equal("1970-01-01T00:00:00.000004Z", trace.Summary.ReceivedAt);
        Assert.Equal(124_456, trace.Summary.DurationUs);
        Assert.Equal([0, 123_456], trace.Spans.Select(span => span.StartUs));
        Assert.Equal([1_000, 1_000], trace.Spans.Select(span => span.DurationUs));
    }

    [Fact]
    public void SessionAndUser_AreTheEntrysElseTheFirstThatSays()
    {
        var summary = TraceRecords.Summarize(Trace(
            Span(1) with { Facts = new SpanFacts { UserId = "entry" } },
            Span(3, 1, start: 3) with { Facts = new SpanFacts { SessionId = "late", UserId = "x" } },
            Span(2, 1, start: 2) with { Facts = new SpanFacts { SessionId = "early" } }));

        Assert.Equal("early", summary.SessionId);
        Assert.Equal("entry", summary.UserId);
    }

    [Theory]
    [InlineData("""{"llm.input_messages.0.message.content":"first","llm.input_messages.1.message.content":" last \n\t words ","input.value":"raw"}""", "last words", null)]
    [InlineData("""{"llm.input_messages.0.message.content":"first","llm.input_messages.1.message.role":"user"}""", "first", null)]
    [InlineData("""{"input.value":"{\"a\": 1}","output.value":"done"}""", "{\"a\": 1}", "done")]
    [InlineData("""{"llm.output_messages.0.message.contents.0.message_content.type":"reasoning","llm.output_messages.0.message.contents.0.message_content.text":"hm","llm.output_messages.0.message.contents.1.message_content.text":"so"}""", null, "so")]
    [InlineData("""{"llm.output_messages.0.message.tool_calls.0.tool_call.function.name":"f","llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments":"{}","output.value":"raw"}""", null, "f({})")]
    [InlineData("""{"input.value":"  "}""", null, null)]
    [InlineData("{}", null, null)]
    public void Preview_IsTheLastQuestionAndTheFirstAnswer(string attributes, string? input, string? output)
    {
        var summary = TraceRecords.Summarize(Trace(Span(1)) with { Preview = TracePreview.Of(Encoding.UTF8.GetBytes(attributes), default) });

        Assert.Equal(input, summary.Input);
        Assert.Equal(output, summary.Output);
    }

    [Fact]
    public void Preview_NeverEndsInHalfACharacter()
    {
        var attributes = "{\"input.value\":\"" + new string('a', 239) + "😀 more\"}";

        var summary = TraceRecords.Summarize(Trace(Span(1)) with { Preview = TracePreview.Of(Encoding.UTF8.GetBytes(attributes), default) });

        Assert.Equal(new string('a', 239), summary.Input);
    }
}
