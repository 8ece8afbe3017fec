namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="DatasetsClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record ListAppRankingsDatasetQuery
{
    /// <summary>One of <c>coding</c>, <c>creative</c>, <c>productivity</c>, <c>entertainment</c>.</summary>
    public string? Category { get; init; }

    public string? Subcategory { get; init; }

    /// <summary>One of <c>popular</c>, <c>trending</c>.</summary>
    public string? Sort { get; init; }

    public string? StartDate { get; init; }

    public string? EndDate { get; init; }

    public long? Limit { get; init; }

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
