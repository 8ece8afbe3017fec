using System.Text.Json;
using Weir.Protocol.Primitives;

namespace Weir.Protocol.Traces;

/// <summary>Everything that is kept of one span, and the parts of it that people read.</summary>
/// <remarks>Long texts are cut to the asked <c>text_limit</c>, wherever they stand; <see cref="CutTexts"/> says which.</remarks>
public sealed record SpanRecord
{
    public required string TraceId { get; init; }
    public required string SpanId { get; init; }
    public required string? ParentId { get; init; }
    public required string Project { get; init; }
    public required string Name { get; init; }

    /// <summary>OpenInference kind in upper case; <c>UNKNOWN</c> when the span does not say.</summary>
    public required string Kind { get; init; }

    /// <summary>OpenTelemetry span kind: <c>unspecified</c>, <c>internal</c>, <c>server</c>, <c>client</c>, <c>producer</c>, <c>consumer</c>.</summary>
    public required string OtelKind { get; init; }

    /// <summary><c>OK</c>, <c>ERROR</c> or <c>UNSET</c>.</summary>
    public required string Status { get; init; }

    public required string StatusMessage { get; init; }

    /// <summary>ISO 8601, UTC, nanoseconds, by the sender's clock.</summary>
    public required string StartTime { get; init; }

    /// <summary>ISO 8601, UTC, nanoseconds, by the sender's clock.</summary>
    public required string EndTime { get; init; }

    /// <summary>ISO 8601, UTC, microseconds, by the server's clock.</summary>
    public required string ReceivedAt { get; init; }

    /// <summary>Microseconds.</summary>
    public required long DurationUs { get; init; }

    public required string? Model { get; init; }
    public required string? Provider { get; init; }
    public required long? PromptTokens { get; init; }
    public required long? CompletionTokens { get; init; }
    public required long? TotalTokens { get; init; }

    /// <summary>US dollars.</summary>
    public required Usd? Cost { get; init; }

    public required string? SessionId { get; init; }
    public required string? UserId { get; init; }

    /// <summary>What people read of this span, in one form whoever sent it.</summary>
    public required SpanContent Content { get; init; }

    /// <summary>One flat object, as sent: <c>{"llm.model_name":"a/b"}</c>.</summary>
    public required JsonElement Attributes { get; init; }

    /// <summary>In the order of their time.</summary>
    public required IReadOnlyList<SpanEventRecord> Events { get; init; }

    public required IReadOnlyList<SpanLinkRecord> Links { get; init; }

    /// <summary>One flat object: what the sender says of itself.</summary>
    public required JsonElement Resource { get; init; }

    public required string ScopeName { get; init; }
    public required string ScopeVersion { get; init; }
    public required string TraceState { get; init; }

    /// <summary>Attributes that the sender dropped before sending.</summary>
    public required long DroppedAttributes { get; init; }

    public required long DroppedEvents { get; init; }
    public required long DroppedLinks { get; init; }

    /// <summary>Texts of <see cref="Attributes"/>, <see cref="Events"/> and <see cref="Resource"/> that are shorter here than in the store.</summary>
    public required IReadOnlyList<CutText> CutTexts { get; init; }
}
