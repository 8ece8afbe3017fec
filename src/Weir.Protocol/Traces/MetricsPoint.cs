using Weir.Protocol.Primitives;

namespace Weir.Protocol.Traces;

/// <summary>What the calls of one piece of time and one group add up to.</summary>
/// <remarks>A call that its caller and the gateway both traced counts once, with the gateway's numbers.</remarks>
public sealed record MetricsPoint
{
    /// <summary>When the piece of time begins, by the senders' clocks: ISO 8601, UTC, microseconds.</summary>
    public required string Start { get; init; }

    /// <summary>The model, provider, user … of <c>group_by</c>; null for spans that do not say, for the rest, and without groups.</summary>
    public required string? Group { get; init; }

    /// <summary>Whether this is what is left of the groups that are not told apart.</summary>
    public required bool IsRest { get; init; }

    /// <summary>All spans, calls or not.</summary>
    public required long SpanCount { get; init; }

    /// <summary>Spans with status <c>ERROR</c>, calls or not.</summary>
    public required long ErrorCount { get; init; }

    /// <summary>Spans that report tokens or a cost, each call once.</summary>
    public required long CallCount { get; init; }

    /// <summary>Tokens; 0 when no call says any.</summary>
    public required long PromptTokens { get; init; }

    /// <summary>Tokens; 0 when no call says any.</summary>
    public required long CompletionTokens { get; init; }

    /// <summary>Tokens; more than the other two together where senders say only a total.</summary>
    public required long TotalTokens { get; init; }

    /// <summary>The part of the prompts that came from a provider's cache.</summary>
    public required long CacheReadTokens { get; init; }

    /// <summary>US dollars.</summary>
    public required Usd Cost { get; init; }

    /// <summary>Milliseconds that half of the calls did not exceed, off by at most 5.3 %; null without calls.</summary>
    public required double? LatencyP50Ms { get; init; }

    /// <summary>Milliseconds that 90 % of the calls did not exceed.</summary>
    public required double? LatencyP90Ms { get; init; }

    /// <summary>Milliseconds that 99 % of the calls did not exceed.</summary>
    public required double? LatencyP99Ms { get; init; }
}
