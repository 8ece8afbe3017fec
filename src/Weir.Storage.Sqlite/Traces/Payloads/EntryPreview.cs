using Weir.Tracing.Content;
using Weir.Tracing.Model;
using Weir.Tracing.Tree;

namespace Weir.Storage.Sqlite.Traces.Payloads;

/// <summary>A span that a trace may begin with, and what lists show of such a trace, so that they open no payload.</summary>
/// <param name="Span">One of those that are stored together.</param>
/// <param name="Texts">Its row in <c>span_previews</c>.</param>
internal sealed record EntryPreview(SpanRow Span, TracePreview Texts)
{
    public static EntryPreview Of(SpanRow span) => new(span, TracePreview.Of(span.Attributes, span.Events));

    /// <summary>The one of some spans of a trace that it may begin with, by the rule of <see cref="TraceOutcome"/>.</summary>
    /// <remarks>It may still begin with another one, stored earlier or later: then what that one shows is found, or read from its payload.</remarks>
    public static SpanRow FindEntry(List<SpanRow> spans)
    {
        if (Earliest(spans, span => span.ParentSpanId is null) is { } root)
        {
            return root;
        }

        var known = spans.Select(span => span.SpanId).ToHashSet();
        return Earliest(spans, span => !known.Contains(span.ParentSpanId!.Value)) ?? spans[0];
    }

    private static SpanRow? Earliest(List<SpanRow> spans, Func<SpanRow, bool> isMeant)
    {
        SpanRow? earliest = null;
        foreach (var span in spans)
        {
            if ((earliest is null || (span.StartUnixNanos, span.SpanId.Value).CompareTo((earliest.StartUnixNanos, earliest.SpanId.Value)) < 0) && isMeant(span))
            {
                earliest = span;
            }
        }

        return earliest;
    }
}
