using Weir.Protocol.Primitives;

namespace Weir.Protocol.Traces;

/// <summary>One span as a row of its trace's tree.</summary>
public sealed record SpanNode
{
    /// <summary>16 lowercase hex characters, unique in its trace.</summary>
    public required string SpanId { get; init; }

    /// <summary>As sent, also when the parent is not there; null for a root.</summary>
    public required string? ParentId { get; init; }

    /// <summary>0 for a root and for a span whose parent is not there.</summary>
    public required int Depth { get; init; }

    /// <summary>Spans below this one, at all depths; they follow it in the list.</summary>
    public required int DescendantCount { get; init; }

    /// <summary>True when the parent it names is not in the trace (yet).</summary>
    public required bool IsOrphan { get; init; }

    /// <summary>Name that the sender gave it, cut to 1,000 characters.</summary>
    public required string Name { get; init; }

    /// <summary>OpenInference kind in upper case; <c>UNKNOWN</c> when the span does not say.</summary>
    public required string Kind { get; init; }

    /// <summary><c>OK</c>, <c>ERROR</c> or <c>UNSET</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Why it failed, as the sender said, cut to 1,000 characters; empty when it did not.</summary>
    public required string StatusMessage { get; init; }

    /// <summary>Microseconds after the begin of the trace.</summary>
    public required long StartUs { get; init; }

    /// <summary>Microseconds.</summary>
    public required long DurationUs { get; init; }

    /// <summary>As the span names it; null: it does not say.</summary>
    public required string? Model { get; init; }

    /// <summary>Who served the call, as the span says, in OpenInference's words; null: it does not say.</summary>
    public required string? Provider { get; init; }

    /// <summary>Tokens of this span alone; null: it does not say.</summary>
    public required long? PromptTokens { get; init; }

    /// <summary>Tokens of this span alone; null: it does not say.</summary>
    public required long? CompletionTokens { get; init; }

    /// <summary>Tokens of this span alone: as said, else the sum of the other two; null: neither is there.</summary>
    public required long? TotalTokens { get; init; }

    /// <summary>US dollars, of this span alone.</summary>
    public required Usd? Cost { get; init; }

    /// <summary>Tokens of this span and all below it, each call counted once; null when none says any.</summary>
    public required long? SubtreeTokens { get; init; }

    /// <summary>US dollars of this span and all below it, each call counted once; null when none says any.</summary>
    public required Usd? SubtreeCost { get; init; }

    /// <summary>Spans with status <c>ERROR</c> among this one and all below it.</summary>
    public required int SubtreeErrors { get; init; }
}
