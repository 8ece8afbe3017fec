using System.Collections.Immutable;
using Weir.Tracing.Query;

namespace Weir.Tracing.Tree;

/// <summary>The spans of a trace as a tree, in the order in which one reads it: parents before children, siblings by start time.</summary>
/// <remarks>
/// Every span is in it once, whatever senders say: a span whose parent is not there stands at the top, and in a circle of parents the
/// earliest span does. Nothing recurses, because a chain may be as long as a trace.
/// </remarks>
public sealed class TraceTree
{
    private const int None = -1;

    private TraceTree(ImmutableArray<TraceNode> nodes) => Nodes = nodes;

    /// <summary>In reading order.</summary>
    public ImmutableArray<TraceNode> Nodes { get; }

    /// <param name="spans">Every id once, in any order.</param>
    public static TraceTree Of(IReadOnlyList<SpanOutline> spans)
    {
        var sorted = spans.ToArray();
        Array.Sort(sorted, SpanOrder.Compare);
        var parents = FindParents(sorted);

        // Before circles are cut: who stands at the top because of that does have its parent in the trace.
        var orphans = sorted.Select((span, place) => span.ParentSpanId is not null && parents[place] == None).ToArray();
        CutCircles(parents);
        return new TraceTree(Arrange(sorted, parents, orphans));
    }

    private static int[] FindParents(SpanOutline[] spans)
    {
        var places = new Dictionary<ulong, int>(spans.Length);
        for (var i = 0; i < spans.Length; i++)
        {
            _ = places.TryAdd(spans[i].SpanId.Value, i);
        }

        return Array.ConvertAll(spans, span => span.ParentSpanId is { } parent && places.TryGetValue(parent.Value, out var place) ? place : None);
    }

    // Walks up from each span until the top or a span that was seen: seen on this very walk, it closes a circle.
    private static void CutCircles(int[] parents)
    {
        var walks = new int[parents.Length];
        for (var start = 0; start < parents.Length; start++)
        {
            var walk = start + 1;
            var at = start;
            while (at != None && walks[at] == 0)
            {
                walks[at] = walk;
                at = parents[at];
            }

            if (at != None && walks[at] == walk)
            {
                parents[EarliestOfCircle(parents, at)] = None;
            }
        }
    }

    private static int EarliestOfCircle(int[] parents, int member)
    {
        var earliest = member;
        for (var at = parents[member]; at != member; at = parents[at])
        {
            earliest = Math.Min(earliest, at);
        }

        return earliest;
    }

    private static ImmutableArray<TraceNode> Arrange(SpanOutline[] spans, int[] parents, bool[] orphans)
    {
        var (firstTop, firstChild, nextSibling) = Link(parents);
        var nodes = new TraceNode[spans.Length];
        var count = 0;
        var open = new Stack<(int Span, int Parent)>();
        Push(firstTop, None);
        while (open.TryPop(out var next))
        {
            Push(nextSibling[next.Span], next.Parent);
            var depth = next.Parent == None ? 0 : nodes[next.Parent].Depth + 1;
            nodes[count] = new TraceNode(spans[next.Span], depth, DescendantCount: 0, orphans[next.Span], next.Parent);
            Push(firstChild[next.Span], count++);
        }

        CountDescendants(nodes);
        return [.. nodes];

        void Push(int span, int parent)
        {
            if (span != None)
            {
                open.Push((span, parent));
            }
        }
    }

    // Linked lists in arrays, made from the back so that the earliest comes to the front.
    private static (int FirstTop, int[] FirstChild, int[] NextSibling) Link(int[] parents)
    {
        var firstTop = None;
        var firstChild = new int[parents.Length];
        var nextSibling = new int[parents.Length];
        Array.Fill(firstChild, None);
        for (var i = parents.Length - 1; i >= 0; i--)
        {
            ref var first = ref firstTop;
            if (parents[i] != None)
            {
                first = ref firstChild[parents[i]];
            }

            nextSibling[i] = first;
            first = i;
        }

        return (firstTop, firstChild, nextSibling);
    }

    private static void CountDescendants(TraceNode[] nodes)
    {
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            if (nodes[i].Parent is var parent && parent != None)
            {
                nodes[parent] = nodes[parent] with { DescendantCount = nodes[parent].DescendantCount + nodes[i].DescendantCount + 1 };
            }
        }
    }
}
