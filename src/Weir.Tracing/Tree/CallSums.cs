using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.OpenInference;
using Weir.Tracing.Query;

namespace Weir.Tracing.Tree;

/// <summary>Adds up tokens, cost and failures over a tree, each call once. This is the one place that knows which spans count.</summary>
/// <remarks>
/// A span reports when it has tokens or a cost. Three kinds of report would count a call twice and are left out:
/// <list type="bullet">
/// <item>the application's view of a call that the gateway served: a reporting span of a model kind that is the nearest one above a
/// reporting gateway span. The gateway's numbers are those that were charged;</item>
/// <item>a framework's view of calls that the client it uses reports as well: see <see cref="RepeatedCalls"/>;</item>
/// <item>a summary: a reporting span of any other kind (an agent, a chain) above something that counts. Where nothing below counts,
/// it is all there is to know.</item>
/// </list>
/// Sums stop at the largest number instead of wrapping around.
/// </remarks>
internal sealed class CallSums
{
    private static readonly FrozenSet<string> ModelKinds = FrozenSet.ToFrozenSet(
        [SpanKinds.Llm, SpanKinds.Embedding, SpanKinds.Retriever, SpanKinds.Reranker, SpanKinds.Tool, SpanKinds.Guardrail, SpanKinds.Evaluator],
        StringComparer.Ordinal);

    private CallSums(ImmutableArray<SpanOutline> calls, SubtreeSums[] subtrees, SubtreeSums total)
    {
        Calls = calls;
        Subtrees = [.. subtrees];
        Total = total;
    }

    /// <summary>The spans that count, by start time.</summary>
    public ImmutableArray<SpanOutline> Calls { get; }

    /// <summary>Sums of each node and all below it, in the order of the tree.</summary>
    public ImmutableArray<SubtreeSums> Subtrees { get; }

    /// <summary>Sums of the whole trace.</summary>
    public SubtreeSums Total { get; }

    public static CallSums Of(TraceTree tree)
    {
        var nodes = tree.Nodes;
        var counts = FindCounting(nodes);
        var sums = new SubtreeSums[nodes.Length];
        var total = default(SubtreeSums);
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            sums[i] = sums[i].Add(SubtreeSums.Of(nodes[i].Span, counts[i]));
            if (nodes[i].Parent < 0)
            {
                total = total.Add(sums[i]);
            }
            else
            {
                sums[nodes[i].Parent] = sums[nodes[i].Parent].Add(sums[i]);
            }
        }

        var calls = nodes.Where((_, place) => counts[place]).Select(node => node.Span).ToArray();
        Array.Sort(calls, SpanOrder.Compare);
        return new CallSums([.. calls], sums, total);
    }

    private static bool[] FindCounting(ImmutableArray<TraceNode> nodes)
    {
        var nearest = FindNearestCalls(nodes);
        var served = FindServedByGateway(nodes, nearest);
        var repeated = RepeatedCalls.Find(nodes, nearest);
        var counts = new bool[nodes.Length];
        var hasCallsBelow = new bool[nodes.Length];
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            counts[i] = !served[i] && !repeated[i] && IsReporting(nodes[i].Span) && (IsModelKind(nodes[i].Span) || !hasCallsBelow[i]);
            if (nodes[i].Parent is >= 0 and var parent)
            {
                hasCallsBelow[parent] |= counts[i] || hasCallsBelow[i];
            }
        }

        return counts;
    }

    // Of each span the nearest one above it that reports a call; -1 for none.
    private static int[] FindNearestCalls(ImmutableArray<TraceNode> nodes)
    {
        var nearest = new int[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            var parent = nodes[i].Parent;
            nearest[i] = parent < 0 || (IsReporting(nodes[parent].Span) && IsModelKind(nodes[parent].Span)) ? parent : nearest[parent];
        }

        return nearest;
    }

    // Marks the spans of model kinds whose call a gateway span below them reports as well.
    private static bool[] FindServedByGateway(ImmutableArray<TraceNode> nodes, int[] nearest)
    {
        var served = new bool[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nearest[i] >= 0 && nodes[i].Span.IsGateway && IsReporting(nodes[i].Span))
            {
                served[nearest[i]] = true;
            }
        }

        return served;
    }

    private static bool IsModelKind(SpanOutline span) => ModelKinds.Contains(span.Kind);

    private static bool IsReporting(SpanOutline span) =>
        span.Facts is { } facts && (facts.PromptTokens ?? facts.CompletionTokens ?? facts.TotalTokens ?? facts.CostNanos) is not null;
}
