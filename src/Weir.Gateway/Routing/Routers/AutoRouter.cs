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
        var models = scene.Capable()
            .Where(model => (allowed.IsEmpty || allowed.Any(pattern => pattern.Matches(model.Slug))) && !excluded.Any(pattern => pattern.Matches(model.Slug)))
            .OrderBy(RouterScene.PriceOf)
            .ThenBy(model => model.Slug, StringComparer.Ordinal)
            .ToArray();
        if (models.Length == 0)
        {
            throw RouteRefusal.NoModel("No models match your request and model restrictions", ["openrouter/auto"]);
        }

        var band = tier is null && ceiling is { } tradeoff
            ? Slice(models, 0, (int)Math.Round(DearestOfTradeoff - (tradeoff * PercentOfTradeoff)))
            : Slice(models, Tiers.IndexOf(tier ?? "low") * PercentOfTier, (Tiers.IndexOf(tier ?? "low") + 1) * PercentOfTier);
        var score = ScoreOf(scene);
        var best = band.OrderByDescending(model => score(model) ?? double.MinValue).ThenByDescending(model => model.Created);

        // A conversation that is pinned stays with its model while that may answer, whatever the band.
        return models.FirstOrDefault(model => pinned is not null && scene.Catalog.Find(pinned) == model) is { } answered
            ? [answered, .. best.Where(model => model != answered).Take(RouterScene.Most - 1)]
            : [.. best.Take(RouterScene.Most)];
    }

    // At least one model, the nearest to where the band begins.
    private static ArraySegment<ModelEntry> Slice(ModelEntry[] models, int fromPercent, int toPercent)
    {
        var start = Math.Min(Share(models.Length, fromPercent), models.Length - 1);
        return new ArraySegment<ModelEntry>(models, start, Math.Max(1, Share(models.Length, toPercent) - start));
    }

    private static int Share(int count, int percent) => ((count * percent) + 99) / 100;

    private static Func<ModelEntry, double?> ScoreOf(RouterScene scene)
    {
        if (scene.Needs.HasTools)
        {
            return model => model.Card.Benchmarks?.AgenticIndex;
        }

        return scene.Query.Request.Body.Span.IndexOf("```"u8) >= 0
            ? model => model.Card.Benchmarks?.CodingIndex
            : model => model.Card.Benchmarks?.IntelligenceIndex;
    }
}
