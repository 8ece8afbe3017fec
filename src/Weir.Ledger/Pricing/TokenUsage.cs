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
}
