using System.Text.Json;
using Weir.Protocol.Primitives;

namespace Weir.Protocol.Traces;

/// <summary>Everything that is kept of one span, and the parts of it that people read.</summary>
/// <remarks>Long texts are cut to the asked <c>text_limit</c>, wherever they stand; <see cref="CutTexts"/> says which.</remarks>
public sealed record SpanRecord
{
    /// <summary>32 lowercase hex characters.</summary>
    public required string TraceId { get; init; }

    /// <summary>16 lowercase hex characters, unique in its trace.</summary>
    public required string SpanId { get; init; }

    /// <summary>16 lowercase hex characters, as sent, also when the parent is not there; null for a root.</summary>
    public required string? ParentId { get; init; }

    /// <summary>Name of the project that the span is shown in.</summary>
    public required string Project { get; init; }

    /// <summary>Name that the sender gave it.</summary>
    public required string Name { get; init; }

    /// <summary>OpenInference kind in upper case; <c>UNKNOWN</c> when the span does not say.</summary>
    public required string Kind { get; init; }

    /// <summary>OpenTelemetry span kind: <c>unspecified</c>, <c>internal</c>, <c>server</c>, <c>client</c>, <c>producer</c>, <c>consumer</c>.</summary>
    public required string OtelKind { get; init; }

    /// <summary><c>OK</c>, <c>ERROR</c> or <c>UNSET</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it failed, as the sender said; empty when it did not.</summary>
    public required string StatusMessage { get; init; }

    /// <summary>ISO 8601, UTC, nanoseconds, by the sender's clock.</summary>
    public required string StartTime { get; init; }

    /// <summary>ISO 8601, UTC, nanoseconds, by the sender's clock.</summary>
    public required string EndTime { get; init; }

    /// <summary>ISO 8601, UTC, microseconds, by the server's clock.</summary>
    public required string ReceivedAt { get; init; }

    /// <summary>Microseconds.</summary>
    public required long DurationUs { get; init; }

    /// <summary>As the span names it; null: it does not say.</summary>
    public required string? Model { get; init; }

    /// <summary>Who served the call, as the span says, in OpenInference's words; null: it does not say.</summary>
    public required string? Provider { get; init; }

    /// <summary>Tokens; null: the span does not say.</summary>
    public required long? PromptTokens { get; init; }

    /// <summary>Tokens; null: the span does not say.</summary>
    public required long? CompletionTokens { get; init; }

    /// <summary>Tokens: as said, else the sum of the other two; null: neither is there.</summary>
    public required long? TotalTokens { get; init; }

    /// <summary>US dollars.</summary>
    public required Usd? Cost { get; init; }

    /// <summary>As sent; null: the span does not say.</summary>
    public required string? SessionId { get; init; }

    /// <summary>As sent; null: the span does not say.</summary>
    public required string? UserId { get; init; }

    /// <summary>What people read of this span, in one form whoever sent it.</summary>
    public required SpanContent Content { get; init; }

    /// <summary>One flat object, as sent: <c>{"llm.model_name":"a/b"}</c>.</summary>
    public required JsonElement Attributes { get; init; }

    /// <summary>In the order of their time.</summary>
    public required IReadOnlyList<SpanEventRecord> Events { get; init; }

    /// <summary>As sent, in that order.</summary>
    public required IReadOnlyList<SpanLinkRecord> Links { get; init; }

    /// <summary>One flat object: what the sender says of itself.</summary>
    public required JsonElement Resource { get; init; }

    /// <summary>Name of the instrumentation that made the span; empty: it does not say.</summary>
    public required string ScopeName { get; init; }

    /// <summary>Version of that instrumentation; empty: it does not say.</summary>
    public required string ScopeVersion { get; init; }

    /// <summary>W3C <c>tracestate</c>, as sent; empty when there is none.</summary>
    public required string TraceState { get; init; }

    /// <summary>Attributes that the sender dropped before sending.</summary>
    public required long DroppedAttributes { get; init; }

    /// <summary>Events that the sender dropped before sending.</summary>
    public required long DroppedEvents { get; init; }

    /// <summary>Links that the sender dropped before sending.</summary>
    public required long DroppedLinks { get; init; }

    /// <summary>Texts of <see cref="Attributes"/>, <see cref="Events"/> and <see cref="Resource"/> that are shorter here than in the store.</summary>
    public required IReadOnlyList<CutText> CutTexts { get; init; }
}
