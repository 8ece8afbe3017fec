using Weir.Tracing.Query;

namespace Weir.Tracing.Tree;

/// <summary>A span in its place in the tree.</summary>
/// <param name="Span">The span.</param>
/// <param name="Depth">0 at the top.</param>
/// <param name="DescendantCount">Spans below it, at all depths; they follow it in the list.</param>
/// <param name="IsOrphan">Whether it names a parent that is not there.</param>
/// <param name="Parent">Place of its parent in the list; -1 at the top.</param>
public readonly record struct TraceNode(SpanOutline Span, int Depth, int DescendantCount, bool IsOrphan, int Parent);
