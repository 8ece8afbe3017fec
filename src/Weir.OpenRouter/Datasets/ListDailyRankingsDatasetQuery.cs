namespace Weir.OpenRouter;

/// <summary>Which ranking <c>GET /datasets/rankings-daily</c> gives; what is null is not asked for.</summary>
public sealed record ListDailyRankingsDatasetQuery
{
    /// <summary>First UTC date, <c>yyyy-MM-dd</c>; null means 30 days before <see cref="EndDate"/>. Dates before 2025-01-01 are moved there.</summary>
    public string? StartDate { get; init; }

    /// <summary>Last UTC date, <c>yyyy-MM-dd</c>, itself counted; null means the last complete day. Before 2025-01-01 it is refused with 400.</summary>
    public string? EndDate { get; init; }

    /// <summary>
    /// What a row sums up. One of <c>day</c>, <c>week</c>, <c>month</c>. Default <c>day</c>; with <see cref="Category"/> or <see cref="LanguageType"/>
    /// <c>week</c>, and <c>day</c> is refused with 400.
    /// </summary>
    public string? Period { get; init; }

    /// <summary>
    /// One of <c>text</c>, <c>image</c> (in), <c>image_output</c>, <c>audio</c> (in), <c>tool_calling</c>. Not with <see cref="Category"/> or
    /// <see cref="LanguageType"/>.
    /// </summary>
    public string? Modality { get; init; }

    /// <summary>
    /// Only calls with about this many tokens of context. One of <c>1K</c>, <c>10K</c>, <c>100K</c>, <c>1M</c>, <c>10M</c>. Not with <see cref="Category"/>
    /// or <see cref="LanguageType"/>.
    /// </summary>
    public string? ContextBucket { get; init; }

    /// <summary>Only this use, such as <c>programming</c> or <c>legal</c>; estimated from a sample, by weeks. Not with the other three filters.</summary>
    public string? Category { get; init; }

    /// <summary>One of <c>natural</c>, <c>programming</c>; estimated from a sample, by weeks. Not with the other three filters.</summary>
    public string? LanguageType { get; init; }

    internal string ToText() => new QueryText()
        .Add("start_date", StartDate)
        .Add("end_date", EndDate)
        .Add("period", Period)
        .Add("modality", Modality)
        .Add("context_bucket", ContextBucket)
        .Add("category", Category)
        .Add("language_type", LanguageType)
        .ToString();
}
