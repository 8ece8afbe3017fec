using System.Collections.Immutable;
using Weir.Tracing.Filter;
using Weir.Tracing.Model;

namespace Weir.Tracing.Query;

/// <summary>Which spans of a project to read; every condition that is given must hold.</summary>
/// <remarks>An empty list is no condition; a list of values is met by any one of them.</remarks>
public sealed record SpanQuery
{
    public required Guid WorkspaceId { get; init; }
    public required long ProjectId { get; init; }

    /// <summary>Spans that began at this time or later, in nanoseconds since 1970.</summary>
    public long? StartFromUnixNanos { get; init; }

    /// <summary>Spans that began before this time, in nanoseconds since 1970.</summary>
    public long? StartBeforeUnixNanos { get; init; }

    public ImmutableArray<TraceId> TraceIds { get; init; } = [];
    public ImmutableArray<SpanId> SpanIds { get; init; } = [];
    public ImmutableArray<string> SessionIds { get; init; } = [];
    public SpanId? ParentId { get; init; }
    public bool RootsOnly { get; init; }
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Kinds in upper case.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    public ImmutableArray<SpanStatus> Statuses { get; init; } = [];

    /// <summary>All of these must match.</summary>
    public ImmutableArray<AttributeFilter> Attributes { get; init; } = [];

    /// <summary>What else must hold; null for nothing.</summary>
    public SpanFilter? Filter { get; init; }

    public bool IsFiltered => Filter is not null;

    public int Limit { get; init; } = 100;

    /// <summary>Only spans after this place; null starts with the newest.</summary>
    public SpanCursor? After { get; init; }
}
