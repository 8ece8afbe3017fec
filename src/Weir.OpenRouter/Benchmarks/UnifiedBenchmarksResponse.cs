using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What <c>BenchmarksClient</c> gets: unified benchmarks response.</summary>
public sealed record UnifiedBenchmarksResponse : WireRecord
{
    public IReadOnlyList<JsonElement>? Data { get; init; }

    public UnifiedBenchmarksMeta? Meta { get; init; }
}
