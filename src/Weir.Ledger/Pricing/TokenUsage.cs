namespace Weir.Ledger.Pricing;

/// <summary>Tokens of one exchange. Details are parts of their total, never additions to it.</summary>
public sealed record TokenUsage
{
    /// <summary>Prompt tokens, 0 or more, cached ones included.</summary>
    public required long Prompt { get; init; }

    /// <summary>Completion tokens, 0 or more, reasoning included.</summary>
    public required long Completion { get; init; }

    public long CacheRead { get; init; }
    public long CacheWrite { get; init; }
    public long Reasoning { get; init; }

    /// <summary>True when we counted, because the provider did not say.</summary>
    public bool IsEstimate { get; init; }

    public long Total => Prompt + Completion;

    /// <summary>This report and a later one of the same answer: the larger of each count, for reports come cumulatively, in pieces, or twice.</summary>
    public TokenUsage Combine(TokenUsage later) => new()
    {
        Prompt = Math.Max(Prompt, later.Prompt),
        Completion = Math.Max(Completion, later.Completion),
        CacheRead = Math.Max(CacheRead, later.CacheRead),
        CacheWrite = Math.Max(CacheWrite, later.CacheWrite),
        Reasoning = Math.Max(Reasoning, later.Reasoning),
        IsEstimate = IsEstimate && later.IsEstimate,
    };
}
