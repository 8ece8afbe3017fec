namespace Weir.OpenRouter;

/// <summary>What a ranking was counted over.</summary>
public sealed record RankingsDailyMeta : WireRecord
{
    /// <summary>When the answer was made, ISO 8601.</summary>
    public string? AsOf { get; init; }

    /// <summary>Last UTC date that was counted, <c>yyyy-MM-dd</c>.</summary>
    public string? EndDate { get; init; }

    /// <summary>First UTC date that was counted, <c>yyyy-MM-dd</c>; later than was asked for where the data begins later.</summary>
    public string? StartDate { get; init; }

    /// <summary>Version of the form of the data: <c>v1</c>.</summary>
    public string? Version { get; init; }
}
