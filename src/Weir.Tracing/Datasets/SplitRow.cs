namespace Weir.Tracing.Datasets;

/// <summary>A named part of datasets, such as train or test. Its name is unique in the workspace; any dataset's examples may be in it.</summary>
public sealed record SplitRow
{
    /// <summary>0: not stored yet.</summary>
    public long Id { get; init; }

    public required Guid WorkspaceId { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }

    /// <summary><c>#33c5e8</c>.</summary>
    public required string Color { get; init; }

    /// <summary>A JSON object.</summary>
    public required string Metadata { get; init; }

    /// <summary>Nanoseconds since 1970.</summary>
    public required long CreatedUnixNanos { get; init; }

    /// <summary>Nanoseconds since 1970.</summary>
    public required long UpdatedUnixNanos { get; init; }
}
