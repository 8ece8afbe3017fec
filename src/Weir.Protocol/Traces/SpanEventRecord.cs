using System.Text.Json;

namespace Weir.Protocol.Traces;

/// <summary>Something that happened during a span, an exception for example.</summary>
public sealed record SpanEventRecord
{
    /// <summary>Such as <c>exception</c>; the sender chooses it.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 8601, UTC, nanoseconds, by the sender's clock.</summary>
    public required string Time { get; init; }

    /// <summary>Microseconds after the begin of the span; negative when the sender says so.</summary>
    public required long OffsetUs { get; init; }

    /// <summary>One flat object, as sent.</summary>
    public required JsonElement Attributes { get; init; }
}
