using System.Collections.Immutable;

namespace Weir.Tracing.Query;

/// <summary>One page of spans, newest received first.</summary>
/// <param name="Spans">At most as many as asked for.</param>
/// <param name="Next">For <see cref="SpanQuery.After"/>; null at the end. A page may be short, or empty, and still have a next one.</param>
public sealed record SpanPage(ImmutableArray<StoredSpan> Spans, SpanCursor? Next)
{
    /// <summary>How many spans were looked at for this page; null when the question needs no search.</summary>
    public long? Scanned { get; init; }

    /// <summary>How many of the newest stored spans were left out because their words are not indexed yet; null when no words were asked for.</summary>
    public long? Unindexed { get; init; }
}
