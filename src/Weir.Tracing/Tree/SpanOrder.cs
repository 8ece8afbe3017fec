using Weir.Tracing.Query;

namespace Weir.Tracing.Tree;

/// <summary>The order of spans beside each other: by start, then by id, so that it is the same at every look.</summary>
internal static class SpanOrder
{
    public static readonly Comparer<SpanOutline> Comparer = Comparer<SpanOutline>.Create(Compare);

    public static int Compare(SpanOutline left, SpanOutline right)
    {
        var byStart = left.StartUnixNanos.CompareTo(right.StartUnixNanos);
        return byStart != 0 ? byStart : left.SpanId.Value.CompareTo(right.SpanId.Value);
    }
}
