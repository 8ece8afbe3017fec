namespace Weir.Tracing.Experiments;

/// <summary>One run of an experiment's task: one example, one repetition.</summary>
public sealed record RunRow
{
    public long Id { get; init; }
    public required long ExperimentId { get; init; }
    public required long ExampleId { get; init; }

    /// <summary>From 1.</summary>
    public required int Repetition { get; init; }

    /// <summary>JSON on one line, as it was written.</summary>
    public required string Output { get; init; }

    /// <summary>Why the task failed; null when it succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>As it was sent; null when there is none.</summary>
    public string? TraceId { get; init; }

    /// <summary>Nanoseconds since 1970.</summary>
    public required long StartUnixNanos { get; init; }

    /// <summary>Nanoseconds since 1970.</summary>
    public required long EndUnixNanos { get; init; }
}
