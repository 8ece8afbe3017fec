using Weir.Tracing.Model;

namespace Weir.Tracing.Query;

/// <summary>What to erase of a workspace: exactly one of the members is given.</summary>
public sealed record Erasure
{
    public required Guid WorkspaceId { get; init; }

    /// <summary>A span by its number in the installation.</summary>
    public long? Span { get; init; }

    /// <summary>Spans by the id they came with: every one in the workspace that has it.</summary>
    public SpanId? SpanId { get; init; }

    /// <summary>A trace by its number in the installation.</summary>
    public long? Trace { get; init; }

    public TraceId? TraceId { get; init; }

    /// <summary>All spans that a project shows.</summary>
    public long? Project { get; init; }
}
