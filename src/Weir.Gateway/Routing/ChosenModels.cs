using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>The models that may answer, in order; at least one.</summary>
/// <param name="Models">No model twice.</param>
/// <param name="Strategy">How they were chosen, as <see cref="RoutePlan.Strategy"/> calls it.</param>
/// <param name="Router">Slug of the router that chose them; null when the request names models.</param>
/// <param name="Requested">What the request named.</param>
internal sealed record ChosenModels(ImmutableArray<ModelChoice> Models, string Strategy, string? Router, ImmutableArray<string> Requested);
