using System.Collections.Immutable;
using Weir.Tracing.Model;

namespace Weir.Tracing.Datasets;

/// <summary>An example as one version of its dataset has it.</summary>
public sealed record ExampleRow
{
    /// <summary>The same in all versions.</summary>
    public required long Id { get; init; }

    /// <summary>The uploader's id; null when there is none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>A JSON object on one line, as it was written.</summary>
    public required string Input { get; init; }

    /// <summary>A JSON object on one line, as it was written.</summary>
    public required string Output { get; init; }

    /// <summary>A JSON object on one line, as it was written.</summary>
    public required string Metadata { get; init; }

    /// <summary>When this form of it was uploaded; nanoseconds since 1970.</summary>
    public required long UpdatedUnixNanos { get; init; }

    /// <summary>The span it was made of, and its id in the store; null when there is none, or it has not arrived.</summary>
    public (SpanId Span, long Id)? Source { get; init; }

    /// <summary>The splits it is in now, by name.</summary>
    public ImmutableArray<string> Splits { get; init; } = [];
}
