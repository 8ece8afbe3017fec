namespace Weir.Protocol.Traces;

/// <summary>The answer to <c>GET /api/weir/traces</c>: newest received first.</summary>
public sealed record TraceListResponse
{
    public required IReadOnlyList<TraceSummary> Data { get; init; }

    /// <summary>For <c>cursor</c>; null at the end.</summary>
    public required string? NextCursor { get; init; }
}
