using System.Collections.Immutable;
using Weir.Server.Configuration;

namespace Weir.Server.Catalogue;

/// <summary>Puts several lists of models together: who describes a model first describes it, and everybody adds endpoints.</summary>
internal static class CatalogMerge
{
    // It sends requests on to the others, so whoever answers them himself goes first.
    private const string Reseller = "openrouter";

    /// <summary>Adds a list; its endpoints stand in for those that the same provider already had for the same model.</summary>
    public static ImmutableArray<ModelConfiguration> Add(ImmutableArray<ModelConfiguration> models, IEnumerable<ModelConfiguration> more)
    {
        var merged = models.ToBuilder();
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < merged.Count; place++)
        {
            places[merged[place].Slug] = place;
        }

        foreach (var model in more)
        {
            if (places.TryGetValue(model.Slug, out var place))
            {
                merged[place] = merged[place] with { Endpoints = Join(merged[place].Endpoints, model.Endpoints) };
                continue;
            }

            places[model.Slug] = merged.Count;
            merged.Add(model);
        }

        return merged.ToImmutable();
    }

    private static ImmutableArray<EndpointConfiguration> Join(ImmutableArray<EndpointConfiguration> endpoints, ImmutableArray<EndpointConfiguration> more)
    {
        var kept = endpoints.Where(endpoint => !more.Any(other => other.Provider == endpoint.Provider));
        return [.. kept.Concat(more).OrderBy(endpoint => endpoint.Provider == Reseller)];
    }
}
