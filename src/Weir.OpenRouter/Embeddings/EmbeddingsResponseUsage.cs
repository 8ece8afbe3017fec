namespace Weir.OpenRouter;

/// <summary>What the making of vectors used and cost.</summary>
public sealed record EmbeddingsResponseUsage : WireRecord
{
    /// <summary>What it cost the account, USD; on a provider key of its own, only the fee.</summary>
    public decimal? Cost { get; init; }

    /// <summary>What the provider charged; null if it is not known.</summary>
    public CostDetails? CostDetails { get; init; }

    /// <summary>True when it went over a provider key of the account's own.</summary>
    public bool? IsByok { get; init; }

    /// <summary>Tokens of the inputs.</summary>
    public long? PromptTokens { get; init; }

    /// <summary>Tokens by kind; null unless the inputs were of more than one kind and the provider tells them apart.</summary>
    public EmbeddingsResponseUsagePromptTokensDetails? PromptTokensDetails { get; init; }

    /// <summary>The same as <see cref="PromptTokens"/>: nothing is written.</summary>
    public long? TotalTokens { get; init; }
}
