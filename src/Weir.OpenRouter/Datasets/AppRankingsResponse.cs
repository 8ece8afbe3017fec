namespace Weir.OpenRouter;

/// <summary>The applications that use models most, or grow most.</summary>
public sealed record AppRankingsResponse : WireRecord
{
    /// <summary>By rank. Sorted by <c>trending</c>, it may have fewer rows than were asked for.</summary>
    public IReadOnlyList<AppRankingsItem>? Data { get; init; }

    /// <summary>The span of dates that was counted.</summary>
    public RankingsDailyMeta? Meta { get; init; }
}
