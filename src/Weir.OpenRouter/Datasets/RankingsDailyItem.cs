namespace Weir.OpenRouter;

/// <summary>Rankings daily item, as <c>DatasetsClient</c> gets it.</summary>
public sealed record RankingsDailyItem : WireRecord
{
    public string? Date { get; init; }

    public string? ModelPermaslug { get; init; }

    public string? TotalTokens { get; init; }
}
