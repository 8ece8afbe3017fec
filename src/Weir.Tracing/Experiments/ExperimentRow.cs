namespace Weir.Tracing.Experiments;

/// <summary>A task that is run over the examples of one version of a dataset.</summary>
public sealed record ExperimentRow
{
    public required long Id { get; init; }
    public required Guid WorkspaceId { get; init; }
    public required long DatasetId { get; init; }
    public required long VersionId { get; init; }
    public required string Name { get; init; }
    public string? Description { get; init; }

    /// <summary>A JSON object.</summary>
    public required string Metadata { get; init; }

    /// <summary>How often each example is run, from 1.</summary>
    public required int Repetitions { get; init; }

    /// <summary>The project that the traces of its task are sent to.</summary>
    public required string ProjectName { get; init; }

    /// <summary>Nanoseconds since 1970.</summary>
    public required long CreatedUnixNanos { get; init; }

    /// <summary>Nanoseconds since 1970.</summary>
    public required long UpdatedUnixNanos { get; init; }

    public long ExampleCount { get; init; }
    public long SuccessfulRunCount { get; init; }
    public long FailedRunCount { get; init; }

    /// <summary>Runs that have neither succeeded nor failed yet.</summary>
    public long MissingRunCount => Math.Max(0, (ExampleCount * Repetitions) - SuccessfulRunCount - FailedRunCount);
}
