using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>What requests, workspaces and the configuration call a <see cref="SortMetric"/>.</summary>
public static class SortWords
{
    public static ImmutableArray<string> All { get; } = ["price", "throughput", "latency", "exacto"];

    /// <summary>Null for another word, or none.</summary>
    public static SortMetric? Find(string? word) => word switch
    {
        "price" => SortMetric.Price,
        "throughput" => SortMetric.Throughput,
        "latency" => SortMetric.Latency,
        "exacto" => SortMetric.Exacto,
        _ => null,
    };
}
