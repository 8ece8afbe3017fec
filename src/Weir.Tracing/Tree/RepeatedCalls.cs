using System.Collections.Immutable;
using Weir.OpenInference;
using Weir.Tracing.Query;

namespace Weir.Tracing.Tree;

/// <summary>Finds the LLM spans that tell of nothing but the LLM spans below them: a framework's span around those of the client it calls with.</summary>
/// <remarks>
/// <code>LLM ChatOpenAI 120+8 tokens > LLM openai.chat 120+8 tokens</code>
/// Only where the numbers prove it: its prompt and its completion tokens are the sums of those of the nearest LLM spans below it. One that
/// made a call of its own beside them has more, and counts, as does one whose numbers are another count of the same texts: what is told
/// differently cannot be known to be the same. A cost that nobody below it tells counts too.
/// </remarks>
internal static class RepeatedCalls
{
    /// <param name="nodes">Of a tree, parents before their children.</param>
    /// <param name="nearest">Of each node the nearest one above it that reports a call; -1 for none.</param>
    public static bool[] Find(ImmutableArray<TraceNode> nodes, int[] nearest)
    {
        var below = new Dictionary<int, SubtreeSums>();
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nearest[i] is >= 0 and var above && IsLlm(nodes[i].Span) && IsLlm(nodes[above].Span))
            {
                below[above] = below.GetValueOrDefault(above).Add(SubtreeSums.Of(nodes[i].Span, isCounted: true));
            }
        }

        var repeated = new bool[nodes.Length];
        foreach (var (place, sums) in below)
        {
            repeated[place] = Tells(nodes[place].Span.Facts, sums);
        }

        return repeated;
    }

    private static bool Tells(Model.SpanFacts facts, SubtreeSums below) =>
        facts.PromptTokens > 0
        && facts.PromptTokens == below.PromptTokens
        && facts.CompletionTokens == below.CompletionTokens
        && (facts.CostNanos is null || below.CostNanos is not null);

    private static bool IsLlm(SpanOutline span) => span.Kind == SpanKinds.Llm;
}
