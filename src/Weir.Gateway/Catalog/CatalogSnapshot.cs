using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Gateway.Routing;
using Weir.Gateway.Routing.Routers;

namespace Weir.Gateway.Catalog;

/// <summary>All models and providers at one moment. All members are immutable: a reload swaps the whole.</summary>
public sealed class CatalogSnapshot
{
    private readonly FrozenDictionary<string, ModelEntry> _bySlug;

    // Worked out when the first request asks: most servers are never asked for some of it, and a reload should not wait for it.
    private readonly Lazy<RouterIndex> _routers;
    private readonly Lazy<FamilyIndex> _families;

    public CatalogSnapshot(ImmutableArray<ModelEntry> models, string? defaultModel)
    {
        Models = models;
        DefaultModel = defaultModel;
        _bySlug = BySlug(models);
        _routers = new Lazy<RouterIndex>(() => new RouterIndex(models));
        _families = new Lazy<FamilyIndex>(() => new FamilyIndex(models));
    }

    /// <summary>In the operator's order.</summary>
    public ImmutableArray<ModelEntry> Models { get; }

    /// <summary>The model of a request that names none; null when there is no default.</summary>
    public string? DefaultModel { get; }

    /// <summary>What the operator says about routing for every request.</summary>
    public RoutingDefaults Routing { get; init; } = RoutingDefaults.None;

    /// <summary>What routers ask of the models.</summary>
    internal RouterIndex Routers => _routers.Value;

    /// <summary>The models by family.</summary>
    internal FamilyIndex Families => _families.Value;

    /// <summary>A model by slug, permaslug or alias, in any case; null when there is none.</summary>
    public ModelEntry? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    // A slug wins over a permaslug or alias of another model, and among those the model that is listed first.
    private static FrozenDictionary<string, ModelEntry> BySlug(ImmutableArray<ModelEntry> models)
    {
        var found = models.ToDictionary(model => model.Slug, StringComparer.OrdinalIgnoreCase);
        foreach (var model in models)
        {
            foreach (var other in model.Aliases.Insert(0, model.CanonicalSlug))
            {
                _ = found.TryAdd(other, model);
            }
        }

        return found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
