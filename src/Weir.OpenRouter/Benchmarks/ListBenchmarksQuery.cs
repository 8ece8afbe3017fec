namespace Weir.OpenRouter;

/// <summary>What a list of <see cref="BenchmarksClient"/> is narrowed to; what is null is not asked for.</summary>
public sealed record ListBenchmarksQuery
{
    /// <summary>One of <c>artificial-analysis</c>, <c>design-arena</c>, <c>openrouter</c>.</summary>
    public string? Source { get; init; }

    /// <summary>One of <c>coding</c>, <c>intelligence</c>, <c>agentic</c>, <c>search</c>.</summary>
    public string? TaskType { get; init; }

    public string? BenchmarkType { get; init; }

    public bool? IncludeRunConfig { get; init; }

    public string? SearchEngine { get; init; }

    /// <summary>One of <c>server-tool</c>, <c>plugin</c>.</summary>
    public string? SearchSurface { get; init; }

    /// <summary>One of <c>models</c>, <c>builders</c>, <c>agents</c>.</summary>
    public string? Arena { get; init; }

    public string? Category { get; init; }

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
