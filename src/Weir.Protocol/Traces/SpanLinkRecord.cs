using System.Text.Json;

namespace Weir.Protocol.Traces;

/// <summary>A span of another place that this one is related to.</summary>
public sealed record SpanLinkRecord
{
    public required string TraceId { get; init; }
    public required string SpanId { get; init; }
    public required JsonElement Attributes { get; init; }
}
