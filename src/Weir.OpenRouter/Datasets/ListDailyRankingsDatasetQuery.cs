namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="DatasetsClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record ListDailyRankingsDatasetQuery
{
    public string? StartDate { get; init; }

    public string? EndDate { get; init; }

    /// <summary>One of <c>day</c>, <c>week</c>, <c>month</c>.</summary>
    public string? Period { get; init; }

    /// <summary>One of <c>text</c>, <c>image</c>, <c>image_output</c>, <c>audio</c>, <c>tool_calling</c>.</summary>
    public string? Modality { get; init; }

    /// <summary>One of <c>1K</c>, <c>10K</c>, <c>100K</c>, <c>1M</c>, <c>10M</c>.</summary>
    public string? ContextBucket { get; init; }

    public string? Category { get; init; }

    /// <summary>One of <c>natural</c>, <c>programming</c>.</summary>
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
