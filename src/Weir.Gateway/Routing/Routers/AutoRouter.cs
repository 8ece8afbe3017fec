using System.Buffers;
using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing.Routers;

/// <summary><c>openrouter/auto</c>: the best model for the task within a band of prices.</summary>
/// <remarks>
/// What the documentation does with the spending of its users is done with the catalogue here: the task is told from the request (tools, code, else
/// general), the best is who has the highest published score for it, and who has no score comes behind, the newest first.
/// </remarks>
internal static class AutoRouter
{
    private const int PercentOfTier = 20;

    // The beta does not pin.
    private const string PinningPlugin = "auto-router";

    // The older way to say it is a ceiling: 10 keeps the cheapest tenth, 0 nine tenths.
    private const int DearestOfTradeoff = 90;
    private const int PercentOfTradeoff = 8;

    private static readonly ImmutableArray<string> Tiers = ["low", "medium", "high", "xhigh", "max"];

    /// <exception cref="Pipeline.GatewayException">404: no model is left; 400: the plugin is not as it can be.</exception>
    public static ImmutableArray<ModelEntry> Choose(RouterScene scene, string pluginId)
    {
        var plugin = RouterPlugin.Read(scene.Query.Request, pluginId);
        var allowed = plugin.Patterns("allowed_models"u8);
        var excluded = plugin.Patterns("excluded_models"u8);
        var tier = plugin.Word("cost_tier"u8, Tiers);
        var ceiling = plugin.Number("cost_quality_tradeoff"u8, most: 10);
        var pinned = plugin.Flag("pin_model"u8) && pluginId == PinningPlugin ? PinnedModel.Find(scene.Query.Request) : null;
        var all = scene.Index.All;
        var rented = ArrayPool<int>.Shared.Rent(all.Length);
        try
        {
            // The cheapest first.
            var models = Matching(rented.AsSpan(0, scene.FindCapable(all, rented)), scene.Index, allowed, excluded);
            if (models.IsEmpty)
            {
                throw RouteRefusal.NoModel("No models match your request and model restrictions", ["openrouter/auto"]);
            }

            var band = tier is null && ceiling is { } tradeoff
                ? Slice(models, 0, (int)Math.Round(DearestOfTradeoff - (tradeoff * PercentOfTradeoff)))
                : Slice(models, Tiers.IndexOf(tier ?? "low") * PercentOfTier, (Tiers.IndexOf(tier ?? "low") + 1) * PercentOfTier);
            return Best(scene, band, pinned is null ? null : PlaceOf(pinned, models, scene));
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    // In place.
    private static Span<int> Matching(Span<int> models, RouterIndex index, ImmutableArray<ModelPattern> allowed, ImmutableArray<ModelPattern> excluded)
    {
        if (allowed.IsEmpty && excluded.IsEmpty)
        {
            return models;
        }

        var kept = 0;
        foreach (var place in models)
        {
            var slug = index.Models[place].Entry.Slug;
            if ((allowed.IsEmpty || IsAnyOf(allowed, slug)) && !IsAnyOf(excluded, slug))
            {
                models[kept++] = place;
            }
        }

        return models[..kept];
    }

    private static bool IsAnyOf(ImmutableArray<ModelPattern> patterns, string slug)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(slug))
            {
                return true;
            }
        }

        return false;
    }

    // At least one model, the nearest to where the band begins.
    private static ReadOnlySpan<int> Slice(ReadOnlySpan<int> models, int fromPercent, int toPercent)
    {
        var start = Math.Min(Share(models.Length, fromPercent), models.Length - 1);
        return models.Slice(start, Math.Max(1, Share(models.Length, toPercent) - start));
    }

    private static int Share(int count, int percent) => ((count * percent) + 99) / 100;

    // Null: it may not answer.
    private static int? PlaceOf(string slug, ReadOnlySpan<int> models, RouterScene scene)
    {
        var entry = scene.Catalog.Find(slug);
        foreach (var place in models)
        {
            if (ReferenceEquals(scene.Index.Models[place].Entry, entry))
            {
                return place;
            }
        }

        return null;
    }

    // A conversation that is pinned stays with its model while that may answer, whatever the band.
    private static ImmutableArray<ModelEntry> Best(RouterScene scene, ReadOnlySpan<int> band, int? pinned)
    {
        var ranks = RanksFor(scene);
        Span<int> places = stackalloc int[RouterScene.Most];
        var best = new Leaders(places, stackalloc double[RouterScene.Most]);
        foreach (var place in band)
        {
            best.Add(place, place == pinned ? -1 : ranks[place]);
        }

        if (pinned is { } answered && places[0] != answered)
        {
            best.Add(answered, -1);
        }

        return scene.ModelsAt(places[..best.Count]);
    }

    private static ImmutableArray<int> RanksFor(RouterScene scene) =>
        scene.Needs.HasTools ? scene.Index.ByAgency
            : scene.Query.Request.Body.Span.IndexOf("```"u8) >= 0 ? scene.Index.ByCoding
            : scene.Index.ByIntelligence;
}
