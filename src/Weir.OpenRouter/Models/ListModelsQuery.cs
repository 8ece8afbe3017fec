namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="ModelsClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record ListModelsQuery
{
    public long? Offset { get; init; }

    public long? Limit { get; init; }

    public string? Category { get; init; }

    public string? SupportedParameters { get; init; }

    public string? OutputModalities { get; init; }

    public string? Sort { get; init; }

    public string? UseRss { get; init; }

    public string? UseRssChatLinks { get; init; }

    public string? Q { get; init; }

    public string? InputModalities { get; init; }

    public long? Context { get; init; }

    public decimal? MinPrice { get; init; }

    public decimal? MaxPrice { get; init; }

    public string? Arch { get; init; }

    public string? ModelAuthors { get; init; }

    public string? Providers { get; init; }

    /// <summary>One of <c>true</c>, <c>false</c>.</summary>
    public string? Distillable { get; init; }

    /// <summary>One of <c>true</c>.</summary>
    public string? Zdr { get; init; }

    /// <summary>One of <c>eu</c>, <c>us</c>.</summary>
    public string? Region { get; init; }

    public decimal? MinOutputPrice { get; init; }

    public decimal? MaxOutputPrice { get; init; }

    public long? MinAgeDays { get; init; }

    public long? MaxAgeDays { get; init; }

    public decimal? MinIntelligenceIndex { get; init; }

    public decimal? MaxIntelligenceIndex { get; init; }

    public decimal? MinCodingIndex { get; init; }

    public decimal? MaxCodingIndex { get; init; }

    public decimal? MinAgenticIndex { get; init; }

    public decimal? MaxAgenticIndex { get; init; }

    public decimal? MinToolSuccessRate { get; init; }

    public decimal? MaxToolSuccessRate { get; init; }

    internal string ToText() => new QueryText()
        .Add("offset", Offset)
        .Add("limit", Limit)
        .Add("category", Category)
        .Add("supported_parameters", SupportedParameters)
        .Add("output_modalities", OutputModalities)
        .Add("sort", Sort)
        .Add("use_rss", UseRss)
        .Add("use_rss_chat_links", UseRssChatLinks)
        .Add("q", Q)
        .Add("input_modalities", InputModalities)
        .Add("context", Context)
        .Add("min_price", MinPrice)
        .Add("max_price", MaxPrice)
        .Add("arch", Arch)
        .Add("model_authors", ModelAuthors)
        .Add("providers", Providers)
        .Add("distillable", Distillable)
        .Add("zdr", Zdr)
        .Add("region", Region)
        .Add("min_output_price", MinOutputPrice)
        .Add("max_output_price", MaxOutputPrice)
        .Add("min_age_days", MinAgeDays)
        .Add("max_age_days", MaxAgeDays)
        .Add("min_intelligence_index", MinIntelligenceIndex)
        .Add("max_intelligence_index", MaxIntelligenceIndex)
        .Add("min_coding_index", MinCodingIndex)
        .Add("max_coding_index", MaxCodingIndex)
        .Add("min_agentic_index", MinAgenticIndex)
        .Add("max_agentic_index", MaxAgenticIndex)
        .Add("min_tool_success_rate", MinToolSuccessRate)
        .Add("max_tool_success_rate", MaxToolSuccessRate)
        .ToString();
}
