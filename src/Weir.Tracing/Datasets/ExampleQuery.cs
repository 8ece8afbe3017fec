using System.Collections.Immutable;

namespace Weir.Tracing.Datasets;

/// <summary>Asks for examples of one version, in the order of their ids.</summary>
public sealed record ExampleQuery
{
    public required Guid WorkspaceId { get; init; }
    public required long DatasetId { get; init; }
    public required long VersionId { get; init; }

    /// <summary>Only those in one of these splits; null for all.</summary>
    public ImmutableArray<long>? SplitIds { get; init; }

    /// <summary>Only those that an experiment uses; null for all.</summary>
    public long? ExperimentId { get; init; }

    /// <summary>The first id that is wanted.</summary>
    public long FromId { get; init; }

    /// <summary>From 1.</summary>
    public required int Limit { get; init; }
}
