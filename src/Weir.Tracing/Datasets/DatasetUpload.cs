using System.Collections.Immutable;

namespace Weir.Tracing.Datasets;

/// <summary>Examples that are to become a version of a dataset.</summary>
public sealed record DatasetUpload
{
    public required Guid WorkspaceId { get; init; }
    public required string Name { get; init; }

    /// <summary>Of a new dataset; one that is there keeps its own.</summary>
    public string? Description { get; init; }

    public UploadAction Action { get; init; }
    public required ImmutableArray<ExampleDraft> Examples { get; init; }

    /// <summary>Whether the upload says anything about splits; if not, they stay as they are.</summary>
    public bool HasSplits { get; init; }

    /// <summary>Nanoseconds since 1970.</summary>
    public required long NowUnixNanos { get; init; }
}
