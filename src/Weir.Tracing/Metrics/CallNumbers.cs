namespace Weir.Tracing.Metrics;

/// <summary>What spans add up to; tokens, cost and latency are those of spans that count as calls (<see cref="Tree.CountedCalls"/>).</summary>
public sealed class CallNumbers
{
    public long Spans { get; set; }

    /// <summary>Spans that failed, calls or not.</summary>
    public long Errors { get; set; }

    public long Calls { get; set; }
    public long PromptTokens { get; set; }
    public long CompletionTokens { get; set; }
    public long TotalTokens { get; set; }

    /// <summary>The part of the prompts that came from a provider's cache.</summary>
    public long CacheReadTokens { get; set; }

    public long CostNanos { get; set; }

    /// <summary>Of calls, in seconds.</summary>
    public Sketch Latency { get; } = new();

    public void Add(CallNumbers other)
    {
        Spans = Sum(Spans, other.Spans);
        Errors = Sum(Errors, other.Errors);
        Calls = Sum(Calls, other.Calls);
        PromptTokens = Sum(PromptTokens, other.PromptTokens);
        CompletionTokens = Sum(CompletionTokens, other.CompletionTokens);
        TotalTokens = Sum(TotalTokens, other.TotalTokens);
        CacheReadTokens = Sum(CacheReadTokens, other.CacheReadTokens);
        CostNanos = Sum(CostNanos, other.CostNanos);
        Latency.Add(other.Latency);
    }

    /// <summary>Takes away what is a part of these.</summary>
    public void Subtract(CallNumbers part)
    {
        Spans -= part.Spans;
        Errors -= part.Errors;
        Calls -= part.Calls;
        PromptTokens = Sum(PromptTokens, -part.PromptTokens);
        CompletionTokens = Sum(CompletionTokens, -part.CompletionTokens);
        TotalTokens = Sum(TotalTokens, -part.TotalTokens);
        CacheReadTokens = Sum(CacheReadTokens, -part.CacheReadTokens);
        CostNanos = Sum(CostNanos, -part.CostNanos);
        Latency.Subtract(part.Latency);
    }

    /// <summary>Both together; it stops at the ends instead of wrapping around.</summary>
    public static long Sum(long left, long right) => (long)Int128.Clamp((Int128)left + right, long.MinValue, long.MaxValue);
}
