using Weir.Protocol.Primitives;
using Weir.Protocol.Traces;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;
using Xunit;
using static Weir.Tests.Tracing.Tree.Outlines;

namespace Weir.Tests.Tracing.Tree;

/// <summary>LLM spans inside LLM spans: the same call told twice, or two calls.</summary>
public sealed class RepeatedCallsTests
{
    [Fact]
    public void FrameworkAroundItsClient_CountsOnceWithTheClientsNumbers()
    {
        var trace = TraceRecords.Of(Trace(Llm(1).Reporting(128, 40), Span(2, 1), Llm(3, 2).Reporting(128, 50)));

        Assert.Equal(128, trace.Summary.TotalTokens);
        Assert.Equal(new Usd(50), trace.Summary.Cost);
        Assert.Equal([128, 128, 128], trace.Spans.Select(span => span.SubtreeTokens));
    }

    [Fact]
    public void FrameworkAroundItsClientAroundTheGateway_CountsOnceWithTheGatewaysNumbers()
    {
        var summary = Summarize(Llm(1).Reporting(128, 40), Llm(2, 1).Reporting(128, 50), Span(3, 2).OfGateway().Reporting(130, 60));

        Assert.Equal(130, summary.TotalTokens);
        Assert.Equal(new Usd(60), summary.Cost);
    }

    [Fact]
    public void FrameworkWithTheSumOfItsSteps_CountsTheSteps()
    {
        // Two steps of 128: prompts of 127, completions of 1.
        var around = Llm(1) with { Facts = new() { PromptTokens = 254, CompletionTokens = 2, CostNanos = 80 } };

        Assert.Equal(256, Summarize(around, Llm(2, 1).Reporting(128, 50), Llm(3, 1).Reporting(128, 50)).TotalTokens);
    }

    [Fact]
    public void FrameworkAroundFrameworkAroundItsClient_CountsOnce() =>
        Assert.Equal(128, Summarize(Llm(1).Reporting(128, 40), Llm(2, 1).Reporting(128, 40), Llm(3, 2).Reporting(128, 50)).TotalTokens);

    [Fact]
    public void CallOfItsOwnBesideThoseBelow_Counts() =>
        Assert.Equal(300, Summarize(Llm(1).Reporting(200, 40), Llm(2, 1).Reporting(100, 50)).TotalTokens);

    [Fact]
    public void SamePromptButAnotherCompletion_IsAnotherCall()
    {
        var around = Llm(1) with { Facts = new() { PromptTokens = 127, CompletionTokens = 2 } };

        Assert.Equal(257, Summarize(around, Llm(2, 1).Reporting(128, 50)).TotalTokens);
    }

    [Fact]
    public void CostThatNobodyBelowTells_IsNotLost()
    {
        var below = Llm(2, 1) with { Facts = new() { PromptTokens = 127, CompletionTokens = 1 } };

        Assert.Equal(new Usd(40), Summarize(Llm(1).Reporting(128, 40), below).Cost);
    }

    [Fact]
    public void ToolWithTheSameNumbers_IsNoRepetition() =>
        Assert.Equal(256, Summarize(Span(1, kind: "TOOL").Reporting(128, 40), Llm(2, 1).Reporting(128, 50)).TotalTokens);

    private static SpanOutline Llm(ulong id, ulong? parent = null) => Span(id, parent, start: (long)id, kind: "LLM");

    private static TraceSummary Summarize(params SpanOutline[] spans) => TraceRecords.Summarize(Trace(spans));
}
