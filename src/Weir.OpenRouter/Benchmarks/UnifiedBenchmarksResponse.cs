using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Results of models in benchmarks.</summary>
public sealed record UnifiedBenchmarksResponse : WireRecord
{
    /// <summary>One JSON object a result; its <c>source</c> says which members it has.</summary>
    public IReadOnlyList<JsonElement>? Data { get; init; }

    /// <summary>Source and age of the results.</summary>
    public UnifiedBenchmarksMeta? Meta { get; init; }
}
