namespace Weir.OpenRouter;

/// <summary>What <c>DatasetsClient</c> gets: app rankings response.</summary>
public sealed record AppRankingsResponse : WireRecord
{
    public IReadOnlyList<AppRankingsItem>? Data { get; init; }

    public RankingsDailyMeta? Meta { get; init; }
}
