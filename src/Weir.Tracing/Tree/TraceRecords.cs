using System.Collections.Immutable;
using Weir.Protocol.Primitives;
using Weir.Protocol.Traces;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Tracing.Tree;

/// <summary>Shows traces as lists and trees read them.</summary>
public static class TraceRecords
{
    /// <summary>One line of a list.</summary>
    public static TraceSummary Summarize(StoredTrace trace) => Summarize(trace, CallSums.Of(TraceTree.Of(trace.Spans)));

    /// <summary>A whole trace.</summary>
    public static TraceRecord Of(StoredTrace trace)
    {
        var tree = TraceTree.Of(trace.Spans);
        var sums = CallSums.Of(tree);
        var begin = trace.Spans.Min(span => span.StartUnixNanos);
        var nodes = new SpanNode[tree.Nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = NodeOf(tree.Nodes[i], sums.Subtrees[i], begin);
        }

        return new TraceRecord { Summary = Summarize(trace, sums), Spans = nodes };
    }

    private static TraceSummary Summarize(StoredTrace trace, CallSums sums)
    {
        var outcome = TraceOutcome.Of(trace.Spans);
        var entry = outcome.Entry;
        var begin = trace.Spans.Min(span => span.StartUnixNanos);
        var models = SpansWithModel(sums, trace.Spans);
        return new TraceSummary
        {
            TraceId = trace.TraceId.ToString(),
            Project = trace.Project,
            Name = entry.Name,
            Kind = entry.Kind,
            Status = SpanStatusText.Of(outcome.Status),
            StatusMessage = outcome.StatusMessage,
            StartTime = UnixNanos.ToMicrosText(begin),
            ReceivedAt = UnixNanos.ToMicrosText(trace.Spans.Min(span => span.ReceivedUnixNanos)),
            DurationUs = UnixNanos.MicrosBetween(begin, trace.Spans.Max(span => span.EndUnixNanos)),
            SpanCount = trace.Spans.Count,
            ErrorCount = sums.Total.Errors,
            Model = models.FirstOrDefault()?.Facts.Model,
            ModelCount = models.Select(span => span.Facts.Model).Distinct(StringComparer.Ordinal).Count(),
            Provider = models.FirstOrDefault()?.Facts.Provider,
            PromptTokens = sums.Total.PromptTokens,
            CompletionTokens = sums.Total.CompletionTokens,
            TotalTokens = sums.Total.TotalTokens,
            Cost = CostOf(sums.Total.CostNanos),
            SessionId = entry.Facts.SessionId ?? First(trace.Spans, facts => facts.SessionId),
            UserId = entry.Facts.UserId ?? First(trace.Spans, facts => facts.UserId),
            Input = trace.Preview.Input,
            Output = trace.Preview.Output,
            IsPartial = trace.IsPartial,
        };
    }

    // Calls that say no numbers, failed ones for example, still say what was called.
    private static ImmutableArray<SpanOutline> SpansWithModel(CallSums sums, IReadOnlyList<SpanOutline> spans)
    {
        var counted = sums.Calls.RemoveAll(span => span.Facts.Model is null);
        return counted.IsEmpty ? [.. spans.Where(span => span.Facts.Model is not null).Order(SpanOrder.Comparer)] : counted;
    }

    private static string? First(IReadOnlyList<SpanOutline> spans, Func<SpanFacts, string?> value) =>
        spans.Where(span => value(span.Facts) is not null).Min(SpanOrder.Comparer) is { } first ? value(first.Facts) : null;

    private static SpanNode NodeOf(TraceNode node, SubtreeSums sums, long begin)
    {
        var span = node.Span;
        var facts = span.Facts;
        return new SpanNode
        {
            SpanId = span.SpanId.ToString(),
            ParentId = span.ParentSpanId?.ToString(),
            Depth = node.Depth,
            DescendantCount = node.DescendantCount,
            IsOrphan = node.IsOrphan,
            Name = span.Name,
            Kind = span.Kind,
            Status = SpanStatusText.Of(span.Status),
            StatusMessage = span.StatusMessage,
            StartUs = UnixNanos.MicrosBetween(begin, span.StartUnixNanos),
            DurationUs = UnixNanos.MicrosBetween(span.StartUnixNanos, span.EndUnixNanos),
            Model = facts.Model,
            Provider = facts.Provider,
            PromptTokens = facts.PromptTokens,
            CompletionTokens = facts.CompletionTokens,
            TotalTokens = facts.TotalTokens,
            Cost = CostOf(facts.CostNanos),
            SubtreeTokens = sums.TotalTokens,
            SubtreeCost = CostOf(sums.CostNanos),
            SubtreeErrors = sums.Errors,
        };
    }

    private static Usd? CostOf(long? nanos) => nanos is { } amount ? new Usd(amount) : null;
}
