namespace Weir.Protocol.Traces;

/// <summary>The answer to <c>GET /api/weir/traces</c>: newest received first.</summary>
public sealed record TraceListResponse
{
    /// <summary>Those of the page; usually 50, at most 200.</summary>
    public required IReadOnlyList<TraceSummary> Data { get; init; }

    /// <summary>For <c>cursor</c>; null at the end. A page may be short, or empty, and still have a next one.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>How many traces were looked at for this page; null when nothing had to be searched.</summary>
    public required long? Scanned { get; init; }
}
