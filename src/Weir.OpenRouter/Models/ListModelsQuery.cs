namespace Weir.OpenRouter;

/// <summary>Which models of <c>GET /models</c> to get: those that meet all conditions. What is null is not asked for.</summary>
public sealed record ListModelsQuery
{
    /// <summary>Models to skip. Default 0. Without <see cref="Offset"/> and <see cref="Limit"/>, all models come.</summary>
    public long? Offset { get; init; }

    /// <summary>Most models to get, 1 to 1000. Default 500.</summary>
    public long? Limit { get; init; }

    /// <summary>Only models used for this, such as <c>programming</c>, <c>roleplay</c>, <c>legal</c> or <c>marketing/seo</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Only models that obey all of these, by wire name, separated by commas: <c>tools,temperature</c>.</summary>
    public string? SupportedParameters { get; init; }

    /// <summary>What the models make, separated by commas, such as <c>text,image</c>; <c>all</c> gets all models. Default <c>text</c>.</summary>
    public string? OutputModalities { get; init; }

    /// <summary>
    /// Order of the models, such as <c>newest</c>, <c>top-weekly</c>, <c>pricing-low-to-high</c> or <c>latency-low-to-high</c>; models without a number come
    /// last.
    /// </summary>
    public string? Sort { get; init; }

    /// <summary><c>true</c> asks for RSS, which this client cannot read: leave it null.</summary>
    public string? UseRss { get; init; }

    /// <summary>For RSS only: leave it null.</summary>
    public string? UseRssChatLinks { get; init; }

    /// <summary>Words of the name or slug.</summary>
    public string? Q { get; init; }

    /// <summary>What the models read, of <c>text</c>, <c>image</c>, <c>audio</c>, <c>file</c>, separated by commas.</summary>
    public string? InputModalities { get; init; }

    /// <summary>Only models with at least this <see cref="ModelInfo.ContextLength"/>, in tokens.</summary>
    public long? Context { get; init; }

    /// <summary>Lowest price of the prompt, USD for a million tokens.</summary>
    public decimal? MinPrice { get; init; }

    /// <summary>Highest price of the prompt, USD for a million tokens; 0 leaves those whose prompt is free.</summary>
    public decimal? MaxPrice { get; init; }

    /// <summary>Only models of this family, such as <c>GPT</c> or <c>Llama</c>.</summary>
    public string? Arch { get; init; }

    /// <summary>Only models of these authors, by slug, separated by commas: <c>openai,anthropic</c>.</summary>
    public string? ModelAuthors { get; init; }

    /// <summary>Only models that one of these serves, by name, separated by commas: <c>OpenAI,Anthropic</c>.</summary>
    public string? Providers { get; init; }

    /// <summary><c>true</c> gets the models whose answers other models may learn from, <c>false</c> the rest.</summary>
    public string? Distillable { get; init; }

    /// <summary><c>true</c> gets only models with an endpoint that keeps no data; there is no other value.</summary>
    public string? Zdr { get; init; }

    /// <summary>Only models with an endpoint there. One of <c>eu</c>, <c>us</c>.</summary>
    public string? Region { get; init; }

    /// <summary>Lowest price of the completion, USD for a million tokens.</summary>
    public decimal? MinOutputPrice { get; init; }

    /// <summary>Highest price of the completion, USD for a million tokens.</summary>
    public decimal? MaxOutputPrice { get; init; }

    /// <summary>Only models added at least this many days ago.</summary>
    public long? MinAgeDays { get; init; }

    /// <summary>Only models added at most this many days ago.</summary>
    public long? MaxAgeDays { get; init; }

    /// <summary>Lowest <see cref="ArtificialAnalysisEntry.IntelligenceIndex"/>, 0 or more.</summary>
    public decimal? MinIntelligenceIndex { get; init; }

    /// <summary>Highest <see cref="ArtificialAnalysisEntry.IntelligenceIndex"/>, 0 or more.</summary>
    public decimal? MaxIntelligenceIndex { get; init; }

    /// <summary>Lowest <see cref="ArtificialAnalysisEntry.CodingIndex"/>, 0 or more.</summary>
    public decimal? MinCodingIndex { get; init; }

    /// <summary>Highest <see cref="ArtificialAnalysisEntry.CodingIndex"/>, 0 or more.</summary>
    public decimal? MaxCodingIndex { get; init; }

    /// <summary>Lowest <see cref="ArtificialAnalysisEntry.AgenticIndex"/>, 0 or more.</summary>
    public decimal? MinAgenticIndex { get; init; }

    /// <summary>Highest <see cref="ArtificialAnalysisEntry.AgenticIndex"/>, 0 or more.</summary>
    public decimal? MaxAgenticIndex { get; init; }

    /// <summary>Lowest share of calls with tools that end in a call of a tool, 0 to 1.</summary>
    public decimal? MinToolSuccessRate { get; init; }

    /// <summary>Highest share of calls with tools that end in a call of a tool, 0 to 1.</summary>
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
