using Weir.Gateway.Routing;

namespace Weir.Server.Configuration;

/// <summary>Reads <c>defaults.provider</c>: what holds for the routing of every request.</summary>
internal static class RoutingSection
{
    public static RoutingDefaults Read(ConfigNode? section)
    {
        if (section is null)
        {
            return RoutingDefaults.None;
        }

        var defaults = new RoutingDefaults
        {
            Order = section.Texts("order", "acme") ?? [],
            Only = section.Texts("only", "acme") ?? [],
            Ignore = section.Texts("ignore", "acme") ?? [],
            Sort = SortOf(section.Word("sort", ["price", "throughput", "latency", "exacto"])),
            DenyDataCollection = section.Word("data_collection", ["allow", "deny"]) == "deny",
            ZeroRetention = section.Flag("zdr", fallback: false),
        };
        if (!defaults.Order.IsEmpty && defaults.Sort is not null)
        {
            section.Report("sort", "stands beside \"order\"; keep one of the two");
        }

        section.Finish();
        return defaults;
    }

    private static SortMetric? SortOf(string? word) => word switch
    {
        "price" => SortMetric.Price,
        "throughput" => SortMetric.Throughput,
        "latency" => SortMetric.Latency,
        "exacto" => SortMetric.Exacto,
        _ => null,
    };
}
