using System.Text.Json;

namespace Weir.Protocol.Traces;

/// <summary>A span of another place that this one is related to.</summary>
public sealed record SpanLinkRecord
{
    /// <summary>32 lowercase hex characters; the trace need not be stored here.</summary>
    public required string TraceId { get; init; }

    /// <summary>16 lowercase hex characters.</summary>
    public required string SpanId { get; init; }

    /// <summary>One flat object, as sent; empty when there are none.</summary>
    public required JsonElement Attributes { get; init; }
}
