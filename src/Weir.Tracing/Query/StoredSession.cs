using System.Collections.Immutable;
using Weir.Tracing.Tree;

namespace Weir.Tracing.Query;

/// <summary>The traces of a project that say they belong together.</summary>
public sealed record StoredSession
{
    /// <summary>Most traces that are read of one session: the earliest.</summary>
    public const int MostTraces = 1000;

    /// <summary>Unique in the installation.</summary>
    public required long Id { get; init; }

    public required long ProjectId { get; init; }

    /// <summary>As the spans say.</summary>
    public required string SessionId { get; init; }

    /// <summary>In the order of arrival.</summary>
    public required ImmutableArray<SessionTrace> Traces { get; init; }

    /// <summary>Of all its traces, each call once.</summary>
    public required SubtreeTokens Tokens { get; init; }
}
