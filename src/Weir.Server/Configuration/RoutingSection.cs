using Weir.Gateway.Catalog;
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
            DataRegion = section.Word("data_region", DataRegion.All),
            Sort = SortWords.Find(section.Word("sort", SortWords.All)),
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
}
