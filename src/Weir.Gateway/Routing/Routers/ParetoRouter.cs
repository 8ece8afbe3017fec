using System.Buffers;
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
        var most = plugin.Number("max_price"u8, double.MaxValue);
        var all = scene.Index.Programmers;
        var rented = ArrayPool<int>.Shared.Rent(all.Length);
        try
        {
            // The best first.
            var models = rented.AsSpan(0, scene.FindCapable(all, rented));
            var found = most is { } ceiling ? Frontier(scene, models, ceiling) : Tier(scene, models, least ?? 1, isFast);
            return found.IsEmpty
                ? throw RouteRefusal.NoModel("No model here has a coding score and a price that fit this request. Raise max_price, or name a model.", [Slug])
                : found;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    // The tier that was asked for; then its neighbours, the better one first.
    private static ImmutableArray<ModelEntry> Tier(RouterScene scene, ReadOnlySpan<int> models, double least, bool isFast)
    {
        Span<int> places = stackalloc int[RouterScene.Most];
        Span<double> numbers = stackalloc double[RouterScene.Most];
        ReadOnlySpan<int> tiers = least >= 0.66 ? [0, 1, 2] : least >= 0.33 ? [1, 0, 2] : [2, 1, 0];
        var count = 0;
        foreach (var tier in tiers)
        {
            if (count == RouterScene.Most)
            {
                break;
            }

            var leaders = new Leaders(places[count..], numbers[count..]);
            foreach (var place in models[FirstOf(tier, models.Length)..FirstOf(tier + 1, models.Length)])
            {
                leaders.Add(place, isFast ? -Throughput(scene, scene.Index.Models[place].Entry) : scene.Index.PromptPriceOf(place));
            }

            count += leaders.Count;
        }

        return scene.ModelsAt(places[..count]);
    }

    // So that the tier of a rank is rank * Tiers / count, rounded down.
    private static int FirstOf(int tier, int count) => ((tier * count) + Tiers - 1) / Tiers;

    // Nobody on the frontier is both dearer and worse than another. Behind it, the others that are cheap enough.
    private static ImmutableArray<ModelEntry> Frontier(RouterScene scene, ReadOnlySpan<int> models, double most)
    {
        Span<int> places = stackalloc int[RouterScene.Most];
        var best = new Leaders(places, stackalloc double[RouterScene.Most]);
        var cheapest = double.PositiveInfinity;
        for (var start = 0; start < models.Length;)
        {
            var end = EndOfEquals(scene, models, start);
            foreach (var place in models[start..end])
            {
                cheapest = Math.Min(cheapest, scene.Index.PromptPriceOf(place));
            }

            foreach (var place in models[start..end])
            {
                var price = scene.Index.PromptPriceOf(place);
                if (price * Million <= most)
                {
                    best.Add(place, cheapest < price ? 1 : 0);
                }
            }

            start = end;
        }

        return scene.ModelsAt(places[..best.Count]);
    }

    // Behind the last that is as good as the one at the start.
    private static int EndOfEquals(RouterScene scene, ReadOnlySpan<int> models, int start)
    {
        var end = start + 1;
        while (end < models.Length && scene.Index.CodingScoreOf(models[end]) >= scene.Index.CodingScoreOf(models[start]))
        {
            end++;
        }

        return end;
    }

    private static double Throughput(RouterScene scene, ModelEntry model)
    {
        var most = double.NegativeInfinity;
        foreach (var endpoint in model.Endpoints)
        {
            most = Math.Max(most, scene.Vitals.Read(model, endpoint).Throughput?.P50 ?? 0);
        }

        return most;
    }
}
