using Weir.Tracing.Content;
using Weir.Tracing.Model;

namespace Weir.Tracing.Query;

/// <summary>One trace as the store gives it: its spans in outline, and the first words of the one that begins it.</summary>
public sealed record StoredTrace
{
    /// <summary>Unique in the installation; grows in the order of the first span's arrival.</summary>
    public required long Id { get; init; }

    public required TraceId TraceId { get; init; }

    /// <summary>Name of the project that the trace is shown in.</summary>
    public required string Project { get; init; }

    /// <summary>In the order of storing; never empty, every span id once.</summary>
    public required IReadOnlyList<SpanOutline> Spans { get; init; }

    /// <summary>Whether there are more spans than were asked for; then these are the first and the last stored.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>Of the entry span.</summary>
    public required TracePreview Preview { get; init; }
}
