namespace Weir.OpenRouter;

/// <summary>Rerank response usage, as <c>RerankClient</c> gets it.</summary>
public sealed record RerankResponseUsage : WireRecord
{
    public decimal? Cost { get; init; }

    public long? SearchUnits { get; init; }

    public long? TotalTokens { get; init; }
}
