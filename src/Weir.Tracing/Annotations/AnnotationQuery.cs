using System.Collections.Immutable;

namespace Weir.Tracing.Annotations;

/// <summary>Which annotations of a project to read, newest first; an empty list is no condition.</summary>
public sealed record AnnotationQuery
{
    public required Guid WorkspaceId { get; init; }
    public required long ProjectId { get; init; }
    public required AnnotationScope Scope { get; init; }
    public ImmutableArray<string> Targets { get; init; } = [];
    public ImmutableArray<string> Identifiers { get; init; } = [];
    public ImmutableArray<string> Names { get; init; } = [];
    public ImmutableArray<string> WithoutNames { get; init; } = [];

    /// <summary>Only those with a smaller id; null starts with the newest.</summary>
    public long? Before { get; init; }

    public required int Limit { get; init; }
}
