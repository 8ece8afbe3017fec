namespace Weir.OpenRouter;

/// <summary>What <c>DatasetsClient</c> gets: rankings daily response.</summary>
public sealed record RankingsDailyResponse : WireRecord
{
    public IReadOnlyList<RankingsDailyItem>? Data { get; init; }

    public RankingsDailyMeta? Meta { get; init; }
}
