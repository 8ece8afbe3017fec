using System.Collections.Immutable;
using Weir.Tracing.Model;

namespace Weir.Tracing.Datasets;

/// <summary>One example of an upload.</summary>
/// <remarks>Input, output and metadata are JSON objects on one line, as they were written.</remarks>
public sealed record ExampleDraft
{
    public required string Input { get; init; }
    public required string Output { get; init; }
    public required string Metadata { get; init; }
    public required ContentHash Hash { get; init; }

    /// <summary>Names of splits, each once.</summary>
    public ImmutableArray<string> Splits { get; init; } = [];

    /// <summary>The span it was made of, which need not have arrived; null when it does not say.</summary>
    public SpanId? SourceSpan { get; init; }

    /// <summary>The id as it was sent: the uploader's own, or the one of <see cref="NodeId"/>. Null: the example is known by what it says.</summary>
    public string? GivenId { get; init; }

    /// <summary>Set when <see cref="GivenId"/> is an id that this server gave out.</summary>
    public long? NodeId { get; init; }

    /// <summary>The uploader's own id; null when there is none.</summary>
    public string? ExternalId => NodeId is null ? GivenId : null;
}
