namespace Weir.Tracing.Ingest;

/// <summary>What is known about a batch of spans besides its body.</summary>
public sealed record IngestContext
{
    /// <summary>The workspace of the key that sent it; nothing in the body selects one.</summary>
    public required Guid WorkspaceId { get; init; }

    /// <summary>The <c>x-project-name</c> header; null or blank when there is none.</summary>
    public string? ProjectHeader { get; init; }

    /// <summary>The <c>arize-space-id</c> or <c>space_id</c> header: recorded, never obeyed. Null when there is none.</summary>
    public string? SpaceId { get; init; }

    /// <summary>When it arrived, in nanoseconds since 1970 by our clock.</summary>
    public required long ReceivedUnixNanos { get; init; }
}
