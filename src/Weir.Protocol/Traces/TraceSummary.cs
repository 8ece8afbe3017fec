using Weir.Protocol.Primitives;

namespace Weir.Protocol.Traces;

/// <summary>One trace as a list shows it: what its spans add up to.</summary>
/// <remarks>A call that its caller and the gateway both traced counts once, with the gateway's numbers.</remarks>
public sealed record TraceSummary
{
    /// <summary>32 lowercase hex characters.</summary>
    public required string TraceId { get; init; }

    /// <summary>Name of the project that the trace is shown in.</summary>
    public required string Project { get; init; }

    /// <summary>Name of the entry span: the root, or the earliest span while the root has not arrived.</summary>
    public required string Name { get; init; }

    /// <summary>OpenInference kind of the entry span, in upper case; <c>UNKNOWN</c> when it does not say.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// <c>OK</c>, <c>ERROR</c> or <c>UNSET</c>: the outcome of the entry span. A failed attempt inside a call that worked is in <see cref="ErrorCount"/> only.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>Why the entry span failed; empty otherwise.</summary>
    public required string StatusMessage { get; init; }

    /// <summary>Begin of the earliest span by the sender's clock: ISO 8601, UTC, microseconds.</summary>
    public required string StartTime { get; init; }

    /// <summary>When the first span arrived, by the server's clock: ISO 8601, UTC, microseconds. Lists are sorted by it.</summary>
    public required string ReceivedAt { get; init; }

    /// <summary>Microseconds from the begin of the earliest span to the end of the latest.</summary>
    public required long DurationUs { get; init; }

    /// <summary>Spans that have arrived so far.</summary>
    public required int SpanCount { get; init; }

    /// <summary>Spans with status <c>ERROR</c>.</summary>
    public required int ErrorCount { get; init; }

    /// <summary>Model of the first call, as its span names it.</summary>
    public required string? Model { get; init; }

    /// <summary>How many different models were called.</summary>
    public required int ModelCount { get; init; }

    /// <summary>Who served the first call.</summary>
    public required string? Provider { get; init; }

    /// <summary>Tokens of all calls; null: no span says any.</summary>
    public required long? PromptTokens { get; init; }

    /// <summary>Tokens of all calls; null: no span says any.</summary>
    public required long? CompletionTokens { get; init; }

    /// <summary>Tokens of all calls; null: no span says any.</summary>
    public required long? TotalTokens { get; init; }

    /// <summary>US dollars; null when no span says a cost.</summary>
    public required Usd? Cost { get; init; }

    /// <summary>That of the entry span, else of the earliest span that says one; null: none does.</summary>
    public required string? SessionId { get; init; }

    /// <summary>That of the entry span, else of the earliest span that says one; null: none does.</summary>
    public required string? UserId { get; init; }

    /// <summary>The first characters of what went in: of a chat, the last message; at most 240.</summary>
    public required string? Input { get; init; }

    /// <summary>The first characters of what came out, at most 240.</summary>
    public required string? Output { get; init; }

    /// <summary>True when the trace has more spans than a list adds up; counts and sums are then lower bounds.</summary>
    public required bool IsPartial { get; init; }
}
