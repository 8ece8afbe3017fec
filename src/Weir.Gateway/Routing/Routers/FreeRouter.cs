using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing.Routers;

/// <summary><c>openrouter/free</c>: one of the models that cost nothing and can do what the request needs, by chance.</summary>
internal static class FreeRouter
{
    /// <exception cref="Pipeline.GatewayException">404: no model is free and capable.</exception>
    public static ImmutableArray<ModelEntry> Choose(RouterScene scene)
    {
        var free = scene.Capable().Where(model => model.Endpoints.Any(endpoint => endpoint.Price.IsFree)).ToArray();
        if (free.Length == 0)
        {
            throw RouteRefusal.NoModel("No model here is free and can do what the request needs. GET /api/v1/models?max_price=0 lists those that are free.", ["openrouter/free"]);
        }

        scene.Random.Shuffle(free);
        return [.. free.Take(RouterScene.Most)];
    }
}
