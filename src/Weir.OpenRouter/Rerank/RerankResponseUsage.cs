namespace Weir.OpenRouter;

/// <summary>What reranking used and cost; providers count in searches or in tokens.</summary>
public sealed record RerankResponseUsage : WireRecord
{
    /// <summary>What it cost the account, USD.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Searches that are charged; null where the provider counts tokens.</summary>
    public long? SearchUnits { get; init; }

    /// <summary>Tokens of question and texts; null where the provider counts searches.</summary>
    public long? TotalTokens { get; init; }
}
