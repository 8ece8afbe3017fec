using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Tracing.Tree;

/// <summary>Tokens of a span and of everything below it, each call once.</summary>
public readonly record struct SubtreeTokens(long? Prompt, long? Completion, long? Total)
{
    /// <param name="spans">Those of one trace, every id once.</param>
    public static IReadOnlyDictionary<SpanId, SubtreeTokens> Of(IReadOnlyList<SpanOutline> spans)
    {
        var tree = TraceTree.Of(spans);
        var sums = CallSums.Of(tree).Subtrees;
        return tree.Nodes
            .Select((node, place) => (node.Span.SpanId, Sums: sums[place]))
            .ToDictionary(entry => entry.SpanId, entry => new SubtreeTokens(entry.Sums.PromptTokens, entry.Sums.CompletionTokens, entry.Sums.TotalTokens));
    }

    /// <summary>Those of a whole trace.</summary>
    public static SubtreeTokens OfTrace(IReadOnlyList<SpanOutline> spans)
    {
        var total = CallSums.Of(TraceTree.Of(spans)).Total;
        return new SubtreeTokens(total.PromptTokens, total.CompletionTokens, total.TotalTokens);
    }

    /// <summary>Both together.</summary>
    public SubtreeTokens Add(SubtreeTokens other) => new(Sum(Prompt, other.Prompt), Sum(Completion, other.Completion), Sum(Total, other.Total));

    private static long? Sum(long? left, long? right) =>
        left is { } a && right is { } b ? (long)Int128.Clamp((Int128)a + b, long.MinValue, long.MaxValue) : left ?? right;
}
