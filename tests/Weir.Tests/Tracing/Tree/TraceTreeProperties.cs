using FsCheck;
using FsCheck.Fluent;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;
using Xunit;
using static Weir.Tests.Tracing.Tree.Outlines;

namespace Weir.Tests.Tracing.Tree;

/// <summary>What holds for the tree of any spans, circles and missing parents included.</summary>
public sealed class TraceTreeProperties
{
    // Few ids, so that parents are often there, often missing, and often in circles.
    private static readonly Gen<SpanOutline[]> Spans =
        from count in Gen.Choose(0, 24)
        from parents in Gen.ArrayOf(Gen.Choose(0, 30), count)
        from starts in Gen.ArrayOf(Gen.Choose(0, 5), count)
        from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        select order.Select(i => Span((ulong)i + 1, parents[i] == 0 ? null : (ulong)parents[i], starts[i])).ToArray();

    [Fact]
    public void EverySpanOnce_ParentsFirst_CountsAgree() => Prop.ForAll(Spans.ToArbitrary(), spans =>
    {
        var nodes = TraceTree.Of(spans).Nodes;
        Assert.Equal(spans.Select(span => span.SpanId.Value).Order(), nodes.Select(node => node.Span.SpanId.Value).Order());
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            Assert.True(node.Parent < i);
            Assert.Equal(node.Parent < 0 ? 0 : nodes[node.Parent].Depth + 1, node.Depth);
            Assert.Equal(node.DescendantCount, nodes.Skip(i + 1).TakeWhile(later => later.Depth > node.Depth).Count());
            Assert.Equal(node.IsOrphan, node.Span.ParentSpanId is { } parent && spans.All(span => span.SpanId != parent));
            if (node.Parent >= 0)
            {
                Assert.Equal(nodes[node.Parent].Span.SpanId, node.Span.ParentSpanId);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void OrderOfArrival_DoesNotMatter() => Prop.ForAll(Spans.ToArbitrary(), spans =>
    {
        var tree = TraceTree.Of(spans);
        var reversed = TraceTree.Of([.. spans.Reverse()]);
        Assert.Equal(tree.Nodes, reversed.Nodes);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void SumsOfTheTops_AreThoseOfTheTrace() => Prop.ForAll(Spans.ToArbitrary(), spans =>
    {
        var reporting = spans.Select(span => (span.SpanId.Value % 3) switch
        {
            0 => span.Reporting(10, 5).OfGateway(),
            1 => span.Reporting(10, 5) with { Kind = "LLM" },
            _ => span.Reporting(10, 5),
        }).ToArray();
        var tree = TraceTree.Of(reporting);
        var sums = CallSums.Of(tree);
        var tops = tree.Nodes.Zip(sums.Subtrees).Where(pair => pair.First.Depth == 0).ToArray();

        Assert.Equal(sums.Calls.Length * 10L, sums.Total.TotalTokens ?? 0);
        Assert.Equal(tops.Sum(pair => pair.Second.TotalTokens ?? 0), sums.Total.TotalTokens ?? 0);
        Assert.Equal(spans.Length > 0, sums.Calls.Length > 0);
    }).QuickCheckThrowOnFailure();
}
