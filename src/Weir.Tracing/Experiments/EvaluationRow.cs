namespace Weir.Tracing.Experiments;

/// <summary>What an evaluator says about a run. A run has one of each name.</summary>
public sealed record EvaluationRow
{
    public long Id { get; init; }
    public required long RunId { get; init; }
    public required string Name { get; init; }

    /// <summary><c>LLM</c>, <c>CODE</c> or <c>HUMAN</c>.</summary>
    public required string AnnotatorKind { get; init; }

    public string? Label { get; init; }
    public double? Score { get; init; }
    public string? Explanation { get; init; }

    /// <summary>Why the evaluator failed; null when it succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>A JSON object.</summary>
    public required string Metadata { get; init; }

    /// <summary>As it was sent; null when there is none.</summary>
    public string? TraceId { get; init; }

    /// <summary>Nanoseconds since 1970.</summary>
    public required long StartUnixNanos { get; init; }

    /// <summary>Nanoseconds since 1970.</summary>
    public required long EndUnixNanos { get; init; }
}
