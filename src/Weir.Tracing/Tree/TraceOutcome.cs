using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Tracing.Tree;

/// <summary>Where a trace begins and how it ended: the rule behind a list's name, status and filter.</summary>
/// <remarks>
/// The entry span is the earliest root; while no root has arrived, the earliest span whose parent is not there. The trace ended
/// as its entry span did. An entry span that does not say is overruled by another top-level span that failed: instrumentation that
/// sets no status on its outer span is common.
/// </remarks>
public sealed record TraceOutcome
{
    public required SpanOutline Entry { get; init; }
    public required SpanStatus Status { get; init; }

    /// <summary>Why it failed; empty otherwise.</summary>
    public required string StatusMessage { get; init; }

    /// <param name="spans">At least one.</param>
    public static TraceOutcome Of(IReadOnlyList<SpanOutline> spans)
    {
        var known = spans.Select(span => span.SpanId).ToHashSet();
        var entry = Earliest(spans, span => span.ParentSpanId is null)
            ?? Earliest(spans, IsTop)
            ?? Earliest(spans, _ => true)!;
        var failed = entry.Status == SpanStatus.Unset ? Earliest(spans, span => span.Status == SpanStatus.Error && IsTop(span)) ?? entry : entry;
        return new TraceOutcome
        {
            Entry = entry,
            Status = failed.Status,
            StatusMessage = failed.Status == SpanStatus.Error ? failed.StatusMessage : "",
        };

        bool IsTop(SpanOutline span) => span.ParentSpanId is not { } parent || !known.Contains(parent);
    }

    private static SpanOutline? Earliest(IReadOnlyList<SpanOutline> spans, Func<SpanOutline, bool> isMeant)
    {
        SpanOutline? earliest = null;
        foreach (var span in spans)
        {
            if ((earliest is null || SpanOrder.Compare(span, earliest) < 0) && isMeant(span))
            {
                earliest = span;
            }
        }

        return earliest;
    }
}
