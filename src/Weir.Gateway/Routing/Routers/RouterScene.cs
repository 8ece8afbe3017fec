using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;

namespace Weir.Gateway.Routing.Routers;

/// <summary>What a router chooses from, and for what.</summary>
internal sealed record RouterScene(CatalogSnapshot Catalog, RouteQuery Query, RequestNeeds Needs, IVitalsSource Vitals, Random Random)
{
    /// <summary>How many models a router gives: the one it chose, and those that answer when it fails.</summary>
    public const int Most = 3;

    /// <summary>Models of the workspace that can do what the request needs.</summary>
    public ImmutableArray<ModelEntry> Capable() => [.. Catalog.Models.Where(model => model.IsVisibleTo(Query.Workspace) && Query.Restrictions.Admit(model) && IsCapable(model))];

    /// <summary>The least that a model costs; its price as people compare it.</summary>
    public static double PriceOf(ModelEntry model) => model.Endpoints.Where(endpoint => endpoint.ServiceTier is null).Select(PriceOf).DefaultIfEmpty(double.MaxValue).Min();

    private static double PriceOf(EndpointEntry endpoint) => EndpointPrice.Of(endpoint.Price);

    // Who is not said to take pictures is not chosen for one.
    private bool IsCapable(ModelEntry model) =>
        Query.Operation.Suits(model)
        && model.OutputModalities.Contains("text")
        && Needs.Media.Input.All(model.InputModalities.Contains)
        && Needs.Media.Output.All(model.OutputModalities.Contains)
        && model.Endpoints.Any(Serves);

    private bool Serves(EndpointEntry endpoint) =>
        !Needs.Exceeds(endpoint.ContextLength)
        && !(Needs.MaxTokens > endpoint.MaxCompletionTokens)
        && (!Needs.HasTools || ChatParameters.IsTaken(endpoint, "tools"))
        && (Needs.Format is not { } format || ChatParameters.IsTaken(endpoint, format == "json_schema" ? "structured_outputs" : "response_format"));
}
