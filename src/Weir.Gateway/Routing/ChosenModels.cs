using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>The models that may answer, in order; at least one.</summary>
/// <param name="Models">No model twice.</param>
/// <param name="Strategy">How they were chosen, as <see cref="RoutePlan.Strategy"/> calls it.</param>
/// <param name="Requested">What the request named.</param>
internal sealed record ChosenModels(ImmutableArray<ModelChoice> Models, string Strategy, ImmutableArray<string> Requested);
