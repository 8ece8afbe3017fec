namespace Weir.Protocol.Traces;

/// <summary>One whole trace: its sums and the tree of its spans, without their contents.</summary>
public sealed record TraceRecord
{
    /// <summary>The line that a list shows of it.</summary>
    public required TraceSummary Summary { get; init; }

    /// <summary>Every span once, parents before children, siblings by start time: depth and order make the tree.</summary>
    public required IReadOnlyList<SpanNode> Spans { get; init; }
}
