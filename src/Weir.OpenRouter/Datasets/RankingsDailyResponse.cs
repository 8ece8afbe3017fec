namespace Weir.OpenRouter;

/// <summary>The models with the most tokens, by day, week or month.</summary>
public sealed record RankingsDailyResponse : WireRecord
{
    /// <summary>By date, within a date by tokens: the first 50 models, and <c>other</c> last if there are more.</summary>
    public IReadOnlyList<RankingsDailyItem>? Data { get; init; }

    /// <summary>The span of dates that was counted.</summary>
    public RankingsDailyMeta? Meta { get; init; }
}
