using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing;

/// <summary>Takes away who may not answer; what only should not answer goes when somebody better is left.</summary>
internal static class EligibleOptions
{
    private static readonly Func<EndpointEntry, bool> TakesTools = static endpoint => ChatParameters.IsTaken(endpoint, "tools");
    private static readonly Func<EndpointEntry, bool> TakesSchemas = static endpoint => ChatParameters.IsTaken(endpoint, "structured_outputs");
    private static readonly Func<EndpointEntry, bool> TakesFormats = static endpoint => ChatParameters.IsTaken(endpoint, "response_format");
    private static readonly Func<EndpointEntry, bool> TakesVerbosity = static endpoint => ChatParameters.IsTaken(endpoint, "verbosity");
    private static readonly Func<EndpointEntry, bool> IsFlex = static endpoint => endpoint.ServiceTier == "flex";

    /// <summary>Applies every filter in order. The list is the same one, shorter.</summary>
    /// <param name="options">Model by model.</param>
    /// <param name="context">What they are compared with.</param>
    public static FilterResult Filter(List<RouteOption> options, FilterContext context)
    {
        var removed = ImmutableArray<EndpointFilter>.Empty;
        foreach (var filter in EndpointFilters.All)
        {
            if (filter.Applies(context) && Remove(options, filter, context))
            {
                removed = removed.Add(filter);
                if (options.Count == 0)
                {
                    break;
                }
            }
        }

        Prefer(options, context.Needs);
        return new FilterResult(options, removed);
    }

    // In place: plans are made for every request, and a closure for each filter would be most of what is allocated here.
    private static bool Remove(List<RouteOption> options, EndpointFilter filter, FilterContext context)
    {
        var span = CollectionsMarshal.AsSpan(options);
        var kept = 0;
        foreach (var option in span)
        {
            if (filter.Keeps(option, context))
            {
                span[kept++] = option;
            }
        }

        var isAny = kept < options.Count;
        CollectionsMarshal.SetCount(options, kept);
        return isAny;
    }

    // A wish that one endpoint of a model can grant and another cannot: the other is left out. Never the last one.
    private static void Prefer(List<RouteOption> options, RequestNeeds needs)
    {
        if (!needs.IsChat)
        {
            return;
        }

        PreferModelsWithFiles(options, needs);
        if (needs.HasTools)
        {
            KeepWhere(options, TakesTools);
        }

        if (needs.Format is { } format)
        {
            KeepWhere(options, format == "json_schema" ? TakesSchemas : TakesFormats);
        }

        if (needs.HasVerbosity)
        {
            KeepWhere(options, TakesVerbosity);
        }

        // Flex is chosen for its price: the ordinary tier is no fallback for it.
        if (needs.ServiceTier == "flex")
        {
            KeepWhere(options, IsFlex);
        }
    }

    // A file may be plain text, which every dialect can say, so no model is refused for it; but who takes files goes where there is a choice.
    private static void PreferModelsWithFiles(List<RouteOption> options, RequestNeeds needs)
    {
        if (!needs.Media.HasFiles)
        {
            return;
        }

        var isAnyCapable = options.Exists(static option => MediaNeeds.TakesFiles(option.Model));
        if (isAnyCapable)
        {
            _ = options.RemoveAll(static option => !MediaNeeds.TakesFiles(option.Model));
        }
    }

    private static void KeepWhere(List<RouteOption> options, Func<EndpointEntry, bool> wanted)
    {
        var span = CollectionsMarshal.AsSpan(options);
        var kept = 0;
        for (var start = 0; start < span.Length;)
        {
            var isAny = wanted(span[start].Endpoint);
            var end = start + 1;
            while (end < span.Length && ReferenceEquals(span[end].Model, span[start].Model))
            {
                isAny = isAny || wanted(span[end].Endpoint);
                end++;
            }

            foreach (var option in span[start..end])
            {
                if (!isAny || wanted(option.Endpoint))
                {
                    span[kept++] = option;
                }
            }

            start = end;
        }

        CollectionsMarshal.SetCount(options, kept);
    }
}
