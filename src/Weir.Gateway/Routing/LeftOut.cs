using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing;

/// <summary>An endpoint of a model that was asked for and is not in the plan.</summary>
/// <param name="Model">The model.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Field">The request's member, or the rule, that keeps it out.</param>
/// <param name="Detail">What that asks, and how to ask for less; for people.</param>
public sealed record LeftOut(ModelEntry Model, EndpointEntry Endpoint, string Field, string Detail);
