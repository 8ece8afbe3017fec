namespace Weir.OpenRouter;

/// <summary>Which results of <c>GET /benchmarks</c> to get; what is null is not asked for.</summary>
public sealed record ListBenchmarksQuery
{
    /// <summary>
    /// Who measured. One of <c>artificial-analysis</c>, <c>design-arena</c>, <c>openrouter</c>; null gets all. It decides what the items look like.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>One of <c>coding</c>, <c>intelligence</c>, <c>agentic</c>, <c>search</c>; <c>search</c> gets OpenRouter's search benchmarks only.</summary>
    public string? TaskType { get; init; }

    /// <summary>
    /// One benchmark of OpenRouter, such as <c>gpqa_diamond</c> or <c>search_browsecomp</c>; one that begins with <c>search_</c> leaves other sources out.
    /// </summary>
    public string? BenchmarkType { get; init; }

    /// <summary>True adds turns, reasoning effort and temperature to results of search benchmarks. Default false.</summary>
    public bool? IncludeRunConfig { get; init; }

    /// <summary>For search benchmarks: the engine that was used, such as <c>exa</c>.</summary>
    public string? SearchEngine { get; init; }

    /// <summary>For search benchmarks: how the search was called. One of <c>server-tool</c>, <c>plugin</c>.</summary>
    public string? SearchSurface { get; init; }

    /// <summary>
    /// For Design Arena. One of <c>models</c>, <c>builders</c>, <c>agents</c>; default <c>models</c> when <see cref="Source"/> is <c>design-arena</c>.
    /// </summary>
    public string? Arena { get; init; }

    /// <summary>For Design Arena: a category of the arena, such as <c>gamedev</c> or <c>svg</c>; null gets all.</summary>
    public string? Category { get; init; }

    /// <summary>Most results to get, 1 or more; null gets all.</summary>
    public long? MaxResults { get; init; }

    internal string ToText() => new QueryText()
        .Add("source", Source)
        .Add("task_type", TaskType)
        .Add("benchmark_type", BenchmarkType)
        .Add("include_run_config", IncludeRunConfig)
        .Add("search_engine", SearchEngine)
        .Add("search_surface", SearchSurface)
        .Add("arena", Arena)
        .Add("category", Category)
        .Add("max_results", MaxResults)
        .ToString();
}
