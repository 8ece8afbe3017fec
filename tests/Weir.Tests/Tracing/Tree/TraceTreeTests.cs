using Weir.Tracing.Tree;
using Xunit;
using static Weir.Tests.Tracing.Tree.Outlines;

namespace Weir.Tests.Tracing.Tree;

/// <summary>Trees of spans, also of spans that make no tree.</summary>
public sealed class TraceTreeTests
{
    [Fact]
    public void Siblings_AreSortedByStartThenById()
    {
        var tree = TraceTree.Of([Span(5, 1, start: 3), Span(4, 1, start: 2), Span(3, 1, start: 3), Span(1, start: 9), Span(2, start: 9)]);

        Assert.Equal([1UL, 4, 3, 5, 2], Ids(tree));
    }

    [Fact]
    public void Nodes_KnowDepthDescendantsAndParent()
    {
        var tree = TraceTree.Of([Span(1), Span(2, 1), Span(3, 2), Span(4, 1, start: 1)]);

        Assert.Equal([0, 1, 2, 1], tree.Nodes.Select(node => node.Depth));
        Assert.Equal([3, 1, 0, 0], tree.Nodes.Select(node => node.DescendantCount));
        Assert.Equal([-1, 0, 1, 0], tree.Nodes.Select(node => node.Parent));
    }

    [Fact]
    public void MissingParent_LeavesAnOrphanAtTheTopWithItsOwnTree()
    {
        var tree = TraceTree.Of([Span(2, 9, start: 1), Span(3, 2), Span(1)]);

        Assert.Equal([1UL, 2, 3], Ids(tree));
        Assert.Equal([false, true, false], tree.Nodes.Select(node => node.IsOrphan));
        Assert.Equal([0, 0, 1], tree.Nodes.Select(node => node.Depth));
    }

    [Fact]
    public void Circle_IsCutAtItsEarliestSpan()
    {
        // 3 hangs below the circle of 1 and 2, and begins before both.
        var tree = TraceTree.Of([Span(1, 2, start: 5), Span(2, 1, start: 4), Span(3, 1, start: 0), Span(7, start: 9)]);

        Assert.Equal([2UL, 1, 3, 7], Ids(tree));
        Assert.Equal([0, 1, 2, 0], tree.Nodes.Select(node => node.Depth));
        Assert.All(tree.Nodes, node => Assert.False(node.IsOrphan));
    }

    [Fact]
    public void OwnParent_StandsAtTheTop()
    {
        var tree = TraceTree.Of([Span(1, 1), Span(2, 1)]);

        Assert.Equal([1UL, 2], Ids(tree));
        Assert.Equal([0, 1], tree.Nodes.Select(node => node.Depth));
    }

    [Fact]
    public void ChainOfFiftyThousand_IsWalkedWithoutRecursion()
    {
        var spans = Enumerable.Range(1, 50_000).Select(id => Span((ulong)id, id == 1 ? null : (ulong)id - 1, start: -id)).ToArray();

        var tree = TraceTree.Of(spans);

        Assert.Equal(49_999, tree.Nodes[^1].Depth);
        Assert.Equal(49_999, tree.Nodes[0].DescendantCount);
        Assert.Equal(50_000, TraceRecords.Of(Trace(spans)).Spans.Count);
    }

    [Fact]
    public void CircleOfFiftyThousand_IsCutOnce()
    {
        var tree = TraceTree.Of([.. Enumerable.Range(1, 50_000).Select(id => Span((ulong)id, id == 1 ? 50_000UL : (ulong)id - 1))]);

        Assert.Single(tree.Nodes, node => node.Depth == 0);
        Assert.Equal(49_999, tree.Nodes[0].DescendantCount);
    }

    [Fact]
    public void NoSpans_IsAnEmptyTree() => Assert.Empty(TraceTree.Of([]).Nodes);

    private static IEnumerable<ulong> Ids(TraceTree tree) => tree.Nodes.Select(node => node.Span.SpanId.Value);
}
