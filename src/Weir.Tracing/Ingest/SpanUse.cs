namespace Weir.Tracing.Ingest;

/// <summary>What a span says a call of a model used, for a price list.</summary>
public sealed record SpanUse
{
    /// <summary>As the span names it.</summary>
    public required string Model { get; init; }

    /// <summary>Who served it, in the words of the conventions; null when the span does not say.</summary>
    public required string? Provider { get; init; }

    public required long PromptTokens { get; init; }
    public required long CompletionTokens { get; init; }

    /// <summary>The part of the prompt that came from a cache.</summary>
    public long CacheReadTokens { get; init; }

    /// <summary>The part of the prompt that was written to a cache.</summary>
    public long CacheWriteTokens { get; init; }

    /// <summary>The part of the completion that was reasoning.</summary>
    public long ReasoningTokens { get; init; }
}
