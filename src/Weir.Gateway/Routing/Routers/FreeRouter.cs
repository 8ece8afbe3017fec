using System.Buffers;
using System.Collections.Immutable;
using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing.Routers;

/// <summary><c>openrouter/free</c>: one of the models that cost nothing and can do what the request needs, by chance.</summary>
internal static class FreeRouter
{
    /// <exception cref="Pipeline.GatewayException">404: no model is free and capable.</exception>
    public static ImmutableArray<ModelEntry> Choose(RouterScene scene)
    {
        var free = scene.Index.Free;
        var rented = ArrayPool<int>.Shared.Rent(free.Length);
        try
        {
            var found = rented.AsSpan(0, scene.FindCapable(free, rented));
            if (found.IsEmpty)
            {
                throw RouteRefusal.NoModel("No model here is free and can do what the request needs. GET /api/v1/models?max_price=0 lists those that are free.", ["openrouter/free"]);
            }

            scene.Random.Shuffle(found);
            return scene.ModelsAt(found[..Math.Min(found.Length, RouterScene.Most)]);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }
}
