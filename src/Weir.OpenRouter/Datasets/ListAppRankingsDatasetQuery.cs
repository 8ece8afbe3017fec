namespace Weir.OpenRouter;

/// <summary>Which ranking <c>GET /datasets/app-rankings</c> gives; what is null is not asked for.</summary>
public sealed record ListAppRankingsDatasetQuery
{
    /// <summary>Only applications of this group. One of <c>coding</c>, <c>creative</c>, <c>productivity</c>, <c>entertainment</c>.</summary>
    public string? Category { get; init; }

    /// <summary>
    /// Only applications of this kind, such as <c>cli-agent</c> or <c>roleplay</c>; where <see cref="Category"/> is given too, it has to belong to it.
    /// </summary>
    public string? Subcategory { get; init; }

    /// <summary><c>popular</c> by tokens; <c>trending</c> by growth against the mean of the three spans before. Default <c>popular</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>First UTC date, <c>yyyy-MM-dd</c>; null means 30 days before <see cref="EndDate"/>. Dates before 2025-01-01 are moved there.</summary>
    public string? StartDate { get; init; }

    /// <summary>Last UTC date, <c>yyyy-MM-dd</c>, itself counted; null means the last complete day. Before 2025-01-01 it is refused with 400.</summary>
    public string? EndDate { get; init; }

    /// <summary>Most applications to get, 1 to 100. Default 50.</summary>
    public long? Limit { get; init; }

    /// <summary>Applications to skip, up to 100. Default 0; <see cref="AppRankingsItem.Rank"/> counts on.</summary>
    public long? Offset { get; init; }

    internal string ToText() => new QueryText()
        .Add("category", Category)
        .Add("subcategory", Subcategory)
        .Add("sort", Sort)
        .Add("start_date", StartDate)
        .Add("end_date", EndDate)
        .Add("limit", Limit)
        .Add("offset", Offset)
        .ToString();
}
