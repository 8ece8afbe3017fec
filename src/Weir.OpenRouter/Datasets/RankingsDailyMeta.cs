namespace Weir.OpenRouter;

/// <summary>Rankings daily meta, as <c>DatasetsClient</c> gets it.</summary>
public sealed record RankingsDailyMeta : WireRecord
{
    public string? AsOf { get; init; }

    public string? EndDate { get; init; }

    public string? StartDate { get; init; }

    /// <summary>One of <c>v1</c>.</summary>
    public string? Version { get; init; }
}
