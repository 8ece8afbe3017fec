using System.Collections.Immutable;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Routing;

/// <summary>A plan with what is not in it; or why there is none.</summary>
/// <param name="Plan">Null: nobody may answer.</param>
/// <param name="Refusal">What the request would be refused with; null where there is a plan.</param>
/// <param name="LeftOut">In catalogue order.</param>
public sealed record RouteExplanation(RoutePlan? Plan, GatewayException? Refusal, ImmutableArray<LeftOut> LeftOut);
