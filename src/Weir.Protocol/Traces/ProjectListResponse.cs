namespace Weir.Protocol.Traces;

/// <summary>The answer to <c>GET /v1/projects</c>: oldest first.</summary>
public sealed record ProjectListResponse
{
    /// <summary>Projects of the caller's workspace.</summary>
    public required IReadOnlyList<ProjectRecord> Data { get; init; }

    /// <summary>For <c>cursor</c>; null at the end.</summary>
    public required string? NextCursor { get; init; }
}
