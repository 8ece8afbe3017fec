using System.Collections.Immutable;
using Weir.Tracing.Filter;

namespace Weir.Tracing.Query;

/// <summary>Which traces of a workspace to list; newest received first.</summary>
public sealed record TraceQuery
{
    public required Guid WorkspaceId { get; init; }

    /// <summary>Only traces that are shown in this project; null for all.</summary>
    public long? ProjectId { get; init; }

    /// <summary>Only traces whose outcome is an error: see <see cref="Tree.TraceOutcome"/>.</summary>
    public bool FailedOnly { get; init; }

    /// <summary>Only traces with a span of one of these sessions, in the project that must then be given; null for all.</summary>
    public ImmutableArray<string>? SessionIds { get; init; }

    /// <summary>Only traces with a span for which this holds; null for all.</summary>
    public SpanFilter? Filter { get; init; }

    public bool IsFiltered => Filter is not null;

    public int Limit { get; init; } = 50;

    /// <summary>Most spans of one trace to read.</summary>
    public int SpansPerTrace { get; init; } = 5000;

    /// <summary>Only traces after this place: <see cref="TracePage.Next"/> of the page before; null starts with the newest.</summary>
    public long? After { get; init; }
}
