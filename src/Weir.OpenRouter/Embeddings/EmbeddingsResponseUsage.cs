namespace Weir.OpenRouter;

/// <summary>Embeddings response usage, as <c>EmbeddingsClient</c> gets it.</summary>
public sealed record EmbeddingsResponseUsage : WireRecord
{
    public decimal? Cost { get; init; }

    public CostDetails? CostDetails { get; init; }

    public bool? IsByok { get; init; }

    public long? PromptTokens { get; init; }

    public EmbeddingsResponseUsagePromptTokensDetails? PromptTokensDetails { get; init; }

    public long? TotalTokens { get; init; }
}
