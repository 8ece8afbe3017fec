namespace Weir.Tracing.Datasets;

/// <summary>A dataset: a name and its versions.</summary>
public sealed record DatasetRow
{
    public required long Id { get; init; }
    public required Guid WorkspaceId { get; init; }

    /// <summary>Unique in the workspace.</summary>
    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>A JSON object.</summary>
    public required string Metadata { get; init; }

    /// <summary>Nanoseconds since 1970.</summary>
    public required long CreatedUnixNanos { get; init; }

    /// <summary>When the newest version was made; nanoseconds since 1970.</summary>
    public required long UpdatedUnixNanos { get; init; }

    /// <summary>Examples of the newest version.</summary>
    public required long ExampleCount { get; init; }
}
