using System.Collections.Immutable;

namespace Weir.Tracing.Query;

/// <summary>One page of traces, newest received first.</summary>
/// <param name="Traces">At most as many as asked for.</param>
/// <param name="Next">For <see cref="TraceQuery.After"/>; null at the end. A page may be short, or empty, and still have a next one.</param>
public sealed record TracePage(ImmutableArray<StoredTrace> Traces, long? Next)
{
    /// <summary>How many traces were looked at for this page; null when the question needs no search.</summary>
    public long? Scanned { get; init; }
}
