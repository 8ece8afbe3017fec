using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing;

/// <summary>Takes away who may not answer; what only should not answer goes when somebody better is left.</summary>
internal static class EligibleOptions
{
    /// <summary>Applies every filter in order. The list is the same one, shorter.</summary>
    public static FilterResult Filter(List<RouteOption> options, FilterContext context)
    {
        var removed = ImmutableArray.CreateBuilder<EndpointFilter>();
        foreach (var filter in EndpointFilters.All)
        {
            if (filter.Applies(context) && options.RemoveAll(option => !filter.Keeps(option, context)) > 0)
            {
                removed.Add(filter);
                if (options.Count == 0)
                {
                    break;
                }
            }
        }

        Prefer(options, context.Needs);
        return new FilterResult(options, removed.ToImmutable());
    }

    // A wish that one endpoint of a model can grant and another cannot: the other is left out. Never the last one.
    private static void Prefer(List<RouteOption> options, RequestNeeds needs)
    {
        if (!needs.IsChat)
        {
            return;
        }

        if (needs.HasTools)
        {
            KeepWhere(options, endpoint => ChatParameters.IsTaken(endpoint, "tools"));
        }

        if (needs.Format is { } format)
        {
            KeepWhere(options, endpoint => ChatParameters.IsTaken(endpoint, format == "json_schema" ? "structured_outputs" : "response_format"));
        }

        if (needs.HasVerbosity)
        {
            KeepWhere(options, endpoint => ChatParameters.IsTaken(endpoint, "verbosity"));
        }

        // Flex is chosen for its price: the ordinary tier is no fallback for it.
        if (needs.ServiceTier == "flex")
        {
            KeepWhere(options, endpoint => endpoint.ServiceTier == "flex");
        }
    }

    private static void KeepWhere(List<RouteOption> options, Func<EndpointEntry, bool> wanted)
    {
        var served = new HashSet<ModelEntry>(ReferenceEqualityComparer.Instance);
        foreach (var option in options)
        {
            if (wanted(option.Endpoint))
            {
                _ = served.Add(option.Model);
            }
        }

        _ = options.RemoveAll(option => served.Contains(option.Model) && !wanted(option.Endpoint));
    }
}
