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
    private static readonly ImmutableArray<string> Tiers = ["low", "medium", "high", "xhigh", "max"];

    /// <exception cref="Pipeline.GatewayException">404: no model is left; 400: the plugin is not as it can be.</exception>
    public static ImmutableArray<ModelEntry> Choose(RouterScene scene, string pluginId)
    {
        var plugin = RouterPlugin.Read(scene.Query.Request, pluginId);
        var allowed = plugin.Patterns("allowed_models"u8);
        var excluded = plugin.Patterns("excluded_models"u8);
        var tier = plugin.Word("cost_tier"u8, Tiers);
        var ceiling = plugin.Number("cost_quality_tradeoff"u8, most: 10);
        var models = scene.Capable()
            .Where(model => (allowed.IsEmpty || allowed.Any(pattern => pattern.Matches(model.Slug))) && !excluded.Any(pattern => pattern.Matches(model.Slug)))
            .OrderBy(RouterScene.PriceOf)
            .ThenBy(model => model.Slug, StringComparer.Ordinal)
            .ToArray();
        if (models.Length == 0)
        {
            throw RouteRefusal.NoModel("No models match your request and model restrictions", ["openrouter/auto"]);
        }

        // Its old name is a ceiling: 10 keeps the cheapest tenth, 0 nine tenths. Its new one is a band.
        var band = tier is null && ceiling is { } tradeoff
            ? Slice(models, 0, 0.9 - (tradeoff * 0.08))
            : Slice(models, Math.Max(0, Tiers.IndexOf(tier ?? "low")) * 0.2, (Math.Max(0, Tiers.IndexOf(tier ?? "low")) + 1) * 0.2);
        var score = ScoreOf(scene);
        return [.. band.OrderByDescending(model => score(model) ?? double.MinValue).ThenByDescending(model => model.Created).Take(RouterScene.Most)];
    }

    // At least one model, the nearest to where the band begins.
    private static ArraySegment<ModelEntry> Slice(ModelEntry[] models, double from, double to)
    {
        var start = Math.Min((int)(models.Length * from), models.Length - 1);
        var end = Math.Max(start + 1, (int)Math.Ceiling(models.Length * Math.Min(to, 1)));
        return new ArraySegment<ModelEntry>(models, start, Math.Min(end, models.Length) - start);
    }

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
