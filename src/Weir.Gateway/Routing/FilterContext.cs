using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Gateway.Guardrails;
using Weir.Ledger.Providers;

namespace Weir.Gateway.Routing;

/// <summary>What filters compare an endpoint with.</summary>
/// <param name="Preferences">Of the request and the operator.</param>
/// <param name="Needs">Of the request.</param>
/// <param name="Parameters">What the request uses; looked at where all must be taken.</param>
internal sealed record FilterContext(RoutePreferences Preferences, RequestNeeds Needs, ImmutableArray<string> Parameters)
{
    /// <summary>Of the caller's guardrails.</summary>
    public CallerRestrictions Restrictions { get; init; } = CallerRestrictions.None;

    /// <summary>Providers that the operator has switched off, by slug.</summary>
    public FrozenDictionary<string, ProviderSwitch> SwitchedOff { get; init; } = FrozenDictionary<string, ProviderSwitch>.Empty;
}
