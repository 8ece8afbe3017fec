using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Weir.Gateway.Catalog;

/// <summary>All models and providers at one moment. All members are immutable: a reload swaps the whole.</summary>
public sealed class CatalogSnapshot
{
    private readonly FrozenDictionary<string, ModelEntry> _bySlug;

    public CatalogSnapshot(ImmutableArray<ModelEntry> models, string? defaultModel)
    {
        Models = models;
        DefaultModel = defaultModel;
        _bySlug = models.ToFrozenDictionary(model => model.Slug, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>In the operator's order.</summary>
    public ImmutableArray<ModelEntry> Models { get; }

    /// <summary>The model of a request that names none; null when there is no default.</summary>
    public string? DefaultModel { get; }

    /// <summary>A model by slug, in any case; null when there is none.</summary>
    public ModelEntry? Find(string slug) => _bySlug.GetValueOrDefault(slug);
}
