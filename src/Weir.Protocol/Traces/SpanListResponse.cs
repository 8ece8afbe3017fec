namespace Weir.Protocol.Traces;

/// <summary>The answer to <c>GET /api/weir/spans</c>: newest received first.</summary>
public sealed record SpanListResponse
{
    /// <summary>Those of the page; usually 50, at most 200.</summary>
    public required IReadOnlyList<SpanSummary> Data { get; init; }

    /// <summary>For <c>cursor</c>; null at the end. A page may be short, or empty, and still have a next one.</summary>
    public required string? NextCursor { get; init; }

    /// <summary>How many spans were looked at for this page; null when nothing had to be searched.</summary>
    public required long? Scanned { get; init; }

    /// <summary>
    /// How many of the newest stored spans were left out because their words are not indexed yet; null when no words were asked for by index.
    /// </summary>
    public required long? Unindexed { get; init; }

    /// <summary>How many spans the project shows.</summary>
    public required long Total { get; init; }
}
