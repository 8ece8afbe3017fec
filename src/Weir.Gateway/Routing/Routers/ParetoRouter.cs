using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing.Routers;

/// <summary><c>openrouter/pareto-code</c>: the cheapest model that programs well enough, or the best that a price buys.</summary>
/// <remarks>Scores are those of the catalogue (<see cref="ModelBenchmarks.CodingIndex"/>); tiers are the thirds of the models that have one.</remarks>
internal static class ParetoRouter
{
    public const string Slug = "openrouter/pareto-code";

    private const double Million = 1_000_000;
    private const int Tiers = 3;

    /// <summary>How long a conversation stays with the model that was chosen for it.</summary>
    public static TimeSpan Remembers { get; } = TimeSpan.FromMinutes(5);

    /// <param name="scene">What there is.</param>
    /// <param name="isFast">Whether the fastest of a tier is meant instead of the cheapest.</param>
    /// <exception cref="Pipeline.GatewayException">404: no model has a score, or none is cheap enough; 400: the plugin is not as it can be.</exception>
    public static ImmutableArray<ModelEntry> Choose(RouterScene scene, bool isFast)
    {
        var plugin = RouterPlugin.Read(scene.Query.Request, "pareto-router");
        var least = plugin.Number("min_coding_score"u8, most: 1);
        _ = plugin.Word("price_source"u8, ["prompt", "weighted_avg"]);
        var models = scene.Capable().Where(model => model.Card.Benchmarks?.CodingIndex is not null).OrderByDescending(Score).ToArray();
        ImmutableArray<ModelEntry> found = plugin.Number("max_price"u8, double.MaxValue) is { } most ? Frontier(models, most) : Tier(scene, models, least ?? 1, isFast);
        return found.IsEmpty
            ? throw RouteRefusal.NoModel("No model here has a coding score and a price that fit this request. Raise max_price, or name a model.", [Slug])
            : found;
    }

    // The tier that was asked for; then its neighbours, the better one first.
    private static ImmutableArray<ModelEntry> Tier(RouterScene scene, ModelEntry[] models, double least, bool isFast)
    {
        var wanted = least >= 0.66 ? 0 : least >= 0.33 ? 1 : 2;
        return
        [
            .. models
                .Select((model, rank) => (Model: model, Tier: rank * Tiers / models.Length))
                .OrderBy(row => Math.Abs(row.Tier - wanted))
                .ThenBy(row => row.Tier)
                .ThenBy(row => isFast ? -Throughput(scene, row.Model) : PromptPrice(row.Model))
                .Select(row => row.Model)
                .Take(RouterScene.Most),
        ];
    }

    // Nobody on the frontier is both dearer and worse than another. Behind it, the others that are cheap enough.
    private static ImmutableArray<ModelEntry> Frontier(ModelEntry[] models, double most)
    {
        var cheapEnough = models.Where(model => PromptPrice(model) * Million <= most).ToArray();
        var isOnFrontier = cheapEnough.ToLookup(model => !cheapEnough.Any(other => PromptPrice(other) < PromptPrice(model) && Score(other) >= Score(model)));
        return [.. isOnFrontier[true].Concat(isOnFrontier[false]).Take(RouterScene.Most)];
    }

    private static double Score(ModelEntry model) => model.Card.Benchmarks!.CodingIndex!.Value;

    private static double PromptPrice(ModelEntry model) => (double)model.Endpoints.Min(endpoint => endpoint.Price.Prompt);

    private static double Throughput(RouterScene scene, ModelEntry model) => model.Endpoints.Max(endpoint => scene.Vitals.Read(model, endpoint).Throughput?.P50 ?? 0);
}
