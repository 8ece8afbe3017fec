namespace Weir.OpenRouter;

/// <summary>How well one text answers the question.</summary>
public sealed record RerankResponseResult : WireRecord
{
    /// <summary>The text itself.</summary>
    public RerankResponseResultDocument? Document { get; init; }

    /// <summary>Which of <see cref="RerankRequest.Documents"/> it is, from 0.</summary>
    public long? Index { get; init; }

    /// <summary>How well it answers, higher being better; mostly 0 to 1. Only scores of one model can be compared.</summary>
    public decimal? RelevanceScore { get; init; }
}
