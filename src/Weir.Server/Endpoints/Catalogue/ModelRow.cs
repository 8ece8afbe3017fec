using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>A row of the list of models: a model, or an alias that stands for one.</summary>
/// <param name="Model">The model, of an alias its target.</param>
/// <param name="Alias">Null: the row is the model's own.</param>
internal sealed record ModelRow(ModelEntry Model, string? Alias)
{
    private const char AliasMark = '~';

    public string Slug => Alias ?? Model.Slug;

    /// <summary>Who made the model.</summary>
    public string Author => Slug.Split('/')[0].TrimStart(AliasMark);

    /// <summary>All rows, the newest models first, those of one day in the operator's order.</summary>
    /// <param name="catalog">What there is.</param>
    /// <param name="workspace">Whose models are among them, beside those that everybody sees; null: nobody's.</param>
    public static IEnumerable<ModelRow> All(CatalogSnapshot catalog, Guid? workspace = null) =>
        catalog.Models
            .Where(model => workspace is { } own ? model.IsVisibleTo(own) : model.IsPublic)
            .SelectMany(Of)
            .OrderByDescending(row => row.Model.Created);

    /// <summary>The row that a slug names; null when there is none.</summary>
    public static ModelRow? Find(CatalogSnapshot catalog, string slug)
    {
        var model = ModelLookup.Find(catalog, slug);
        return model is null ? null : new ModelRow(model, ListedAliases(model).FirstOrDefault(alias => alias.Equals(slug, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<ModelRow> Of(ModelEntry model) =>
        ListedAliases(model).Select(alias => new ModelRow(model, alias)).Prepend(new ModelRow(model, Alias: null));

    private static ImmutableArray<string> ListedAliases(ModelEntry model) => [.. model.Aliases.Where(alias => alias.StartsWith(AliasMark))];
}
