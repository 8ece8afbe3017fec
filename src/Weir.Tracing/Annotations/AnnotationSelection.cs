namespace Weir.Tracing.Annotations;

/// <summary>Which annotations of a project to delete: those that meet every condition that is given.</summary>
public sealed record AnnotationSelection
{
    public required Guid WorkspaceId { get; init; }
    public required long ProjectId { get; init; }
    public required AnnotationScope Scope { get; init; }
    public string? Name { get; init; }
    public string? Identifier { get; init; }
    public string? AnnotatorKind { get; init; }

    /// <summary>Made at this time or later, in nanoseconds since 1970.</summary>
    public long? CreatedFromUnixNanos { get; init; }

    /// <summary>Made before this time, in nanoseconds since 1970.</summary>
    public long? CreatedBeforeUnixNanos { get; init; }
}
