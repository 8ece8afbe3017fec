using System.Collections.Immutable;

namespace Weir.Gateway.Routing;

/// <summary>What filters compare an endpoint with.</summary>
/// <param name="Preferences">Of the request and the operator.</param>
/// <param name="Needs">Of the request.</param>
/// <param name="Parameters">What the request uses; looked at where all must be taken.</param>
internal sealed record FilterContext(RoutePreferences Preferences, RequestNeeds Needs, ImmutableArray<string> Parameters);
