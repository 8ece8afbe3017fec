using Microsoft.AspNetCore.Http;
using Weir.Gateway.Catalog;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>Finds the model that an address names.</summary>
internal static class ModelLookup
{
    // They say how a model is called, and exist of every model; other variants are models of their own.
    private static readonly string[] DynamicVariants = [":online", ":nitro", ":floor", ":exacto"];

    /// <summary>A model by slug, permaslug or alias, with or without dynamic variants; null when there is none that everybody sees.</summary>
    public static ModelEntry? Find(CatalogSnapshot catalog, string slug)
    {
        while (true)
        {
            if (catalog.Find(slug) is { IsPublic: true } model)
            {
                return model;
            }

            if (Array.Find(DynamicVariants, variant => slug.EndsWith(variant, StringComparison.OrdinalIgnoreCase)) is not { } dynamic)
            {
                return null;
            }

            slug = slug[..^dynamic.Length];
        }
    }

    /// <summary>The slug in the address <c>…/{author}/{slug}/…</c>.</summary>
    public static string SlugOf(HttpContext context) => $"{context.Request.RouteValues["author"]}/{context.Request.RouteValues["slug"]}";

    public static Task NotFoundAsync(HttpContext context, string slug) =>
        ErrorResponse.NotFoundAsync(context, $"There is no model '{slug}'. GET /api/v1/models?output_modalities=all lists those there are.");
}
