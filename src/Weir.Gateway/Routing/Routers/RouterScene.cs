using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Gateway.Operations.Chat;

namespace Weir.Gateway.Routing.Routers;

/// <summary>What a router chooses from, and for what.</summary>
internal sealed record RouterScene(CatalogSnapshot Catalog, RouteQuery Query, RequestNeeds Needs, IVitalsSource Vitals, Random Random)
{
    /// <summary>How many models a router gives: the one it chose, and those that answer when it fails.</summary>
    public const int Most = 3;

    public RouterIndex Index => Catalog.Routers;

    /// <summary>Finds the models of the workspace that can do what the request needs.</summary>
    /// <param name="among">Places in the index.</param>
    /// <param name="found">Takes the places of those that can, in the same order; as long as <paramref name="among"/> at least.</param>
    /// <returns>How many can.</returns>
    public int FindCapable(ImmutableArray<int> among, Span<int> found)
    {
        var index = Index;
        var needs = new RouterNeeds(Query, Needs, index.LeastContext);
        var admitted = index.AdmittedBy(Query.Restrictions);
        var models = index.Models;
        var abilities = index.Abilities;
        var isChat = Query.Operation is ChatOperation;
        var count = 0;
        foreach (var place in among)
        {
            ref readonly var model = ref models[place];
            if (needs.AreTraitsOf(model)
                && ((model.Traits & RouterModel.IsPublic) != 0 || model.Entry.IsVisibleTo(Query.Workspace))
                && (admitted.IsEmpty || admitted[place])
                && (needs.AreMetBy(model.Usual) || needs.AreMetByAny(abilities[model.First..model.End]))
                && (isChat || Query.Operation.Suits(model.Entry)))
            {
                found[count++] = place;
            }
        }

        return count;
    }

    /// <summary>The models at some places.</summary>
    public ImmutableArray<ModelEntry> ModelsAt(ReadOnlySpan<int> places)
    {
        var models = ImmutableArray.CreateBuilder<ModelEntry>(places.Length);
        foreach (var place in places)
        {
            models.Add(Index.Models[place].Entry);
        }

        return models.MoveToImmutable();
    }
}
