namespace Weir.OpenRouter;

/// <summary>Rerank response result, as <c>RerankClient</c> gets it.</summary>
public sealed record RerankResponseResult : WireRecord
{
    public RerankResponseResultDocument? Document { get; init; }

    public long? Index { get; init; }

    public decimal? RelevanceScore { get; init; }
}
