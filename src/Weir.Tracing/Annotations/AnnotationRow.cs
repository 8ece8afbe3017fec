using Weir.Tracing.Model;

namespace Weir.Tracing.Annotations;

/// <summary>A judgement about a span, a trace, a session or a document. (Scope, target, name, identifier) makes it one; writing it again replaces it.</summary>
public sealed record AnnotationRow
{
    /// <summary>Unique in the installation; 0 as long as it is not stored.</summary>
    public long Id { get; init; }

    public required Guid WorkspaceId { get; init; }
    public required AnnotationScope Scope { get; init; }

    /// <summary>What it is about, as <see cref="AnnotationScope"/> names it.</summary>
    public required string Target { get; init; }

    /// <summary>The span of a span's or a document's annotation.</summary>
    public SpanId? SpanId { get; init; }

    public required string Name { get; init; }

    /// <summary>Tells annotations of one name apart; empty for the usual one.</summary>
    public required string Identifier { get; init; }

    /// <summary><c>LLM</c>, <c>CODE</c> or <c>HUMAN</c>.</summary>
    public required string AnnotatorKind { get; init; }

    public required AnnotationValues Values { get; init; }

    /// <summary>A JSON object.</summary>
    public required string Metadata { get; init; }

    /// <summary><c>API</c> or <c>APP</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Nanoseconds since 1970, by our clock; kept when it is written again.</summary>
    public required long CreatedUnixNanos { get; init; }

    public required long UpdatedUnixNanos { get; init; }
}
