namespace Weir.Tracing.Model;

/// <summary>Values of a span that lists, filters and charts read without opening its attributes.</summary>
public sealed record SpanFacts
{
    public string? Model { get; init; }
    public string? Provider { get; init; }
    public long? PromptTokens { get; init; }
    public long? CompletionTokens { get; init; }
    public long? TotalTokens { get; init; }

    /// <summary>Cost in nano-dollars, as the sender or the gateway said; null when nobody did.</summary>
    public long? CostNanos { get; init; }

    public string? SessionId { get; init; }
    public string? UserId { get; init; }

    /// <summary>The part of the prompt that came from a provider's cache.</summary>
    public long? CacheReadTokens { get; init; }

    /// <summary>The key that the gateway was called with, by its hash; of gateway spans only.</summary>
    public string? Key { get; init; }

    /// <summary>What the application called itself; of gateway spans only.</summary>
    public string? App { get; init; }

    public static SpanFacts None { get; } = new();
}
