using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Tracing.Tree;

/// <summary>What spans add up to; null where none says anything.</summary>
internal readonly record struct SubtreeSums(long? PromptTokens, long? CompletionTokens, long? TotalTokens, long? CostNanos, int Errors)
{
    /// <summary>One span's own part.</summary>
    /// <param name="span">The span.</param>
    /// <param name="isCounted">Whether its tokens and cost count; its failure always does.</param>
    public static SubtreeSums Of(SpanOutline span, bool isCounted)
    {
        var errors = span.Status == SpanStatus.Error ? 1 : 0;
        var facts = span.Facts;
        if (!isCounted)
        {
            return new SubtreeSums(null, null, null, null, errors);
        }

        var total = facts.TotalTokens ?? Sum(facts.PromptTokens, facts.CompletionTokens);
        return new SubtreeSums(facts.PromptTokens, facts.CompletionTokens, total, facts.CostNanos, errors);
    }

    public SubtreeSums Add(SubtreeSums other) => new(
        Sum(PromptTokens, other.PromptTokens),
        Sum(CompletionTokens, other.CompletionTokens),
        Sum(TotalTokens, other.TotalTokens),
        Sum(CostNanos, other.CostNanos),
        Errors + other.Errors);

    private static long? Sum(long? left, long? right) =>
        left is { } a && right is { } b ? (long)Int128.Clamp((Int128)a + b, long.MinValue, long.MaxValue) : left ?? right;
}
