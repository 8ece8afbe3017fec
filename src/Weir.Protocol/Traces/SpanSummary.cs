using Weir.Protocol.Primitives;

namespace Weir.Protocol.Traces;

/// <summary>One span as a list shows it.</summary>
public sealed record SpanSummary
{
    /// <summary>32 lowercase hex characters.</summary>
    public required string TraceId { get; init; }

    /// <summary>16 lowercase hex characters.</summary>
    public required string SpanId { get; init; }

    /// <summary>16 lowercase hex characters; null for a root.</summary>
    public required string? ParentId { get; init; }

    /// <summary>Name of the project that the span is shown in.</summary>
    public required string Project { get; init; }

    /// <summary>Name that the sender gave it, cut to 1,000 characters.</summary>
    public required string Name { get; init; }

    /// <summary>OpenInference kind in upper case; <c>UNKNOWN</c> when the span does not say.</summary>
    public required string Kind { get; init; }

    /// <summary><c>OK</c>, <c>ERROR</c> or <c>UNSET</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it failed, as the sender said; empty when it did not.</summary>
    public required string StatusMessage { get; init; }

    /// <summary>By the sender's clock: ISO 8601, UTC, microseconds.</summary>
    public required string StartTime { get; init; }

    /// <summary>By the server's clock: ISO 8601, UTC, microseconds. Lists are sorted by it.</summary>
    public required string ReceivedAt { get; init; }

    /// <summary>Microseconds, by the sender's clock.</summary>
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

    /// <summary>US dollars; null when nobody says a cost.</summary>
    public required Usd? Cost { get; init; }

    /// <summary>As sent; null: the span does not say.</summary>
    public required string? SessionId { get; init; }

    /// <summary>As sent; null: the span does not say.</summary>
    public required string? UserId { get; init; }

    /// <summary>The first characters of what went in: of a chat, the last message; at most 240.</summary>
    public required string? Input { get; init; }

    /// <summary>The first characters of what came out, at most 240.</summary>
    public required string? Output { get; init; }
}
