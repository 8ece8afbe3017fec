using System.Collections.Frozen;
using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Operations;
using Weir.Ledger.Providers;
using Weir.Ledger.Secrets;

namespace Weir.Gateway.Routing;

/// <summary>What a plan is made for.</summary>
/// <param name="Request">In the internal form.</param>
/// <param name="Operation">What is asked of the model.</param>
/// <param name="Workspace">Of the caller: models may be visible to some only.</param>
public sealed record RouteQuery(ModelRequest Request, IOperation Operation, Guid Workspace)
{
    /// <summary>What the workspace says for requests that say nothing.</summary>
    public WorkspaceRouting Defaults { get; init; } = WorkspaceRouting.None;

    /// <summary>Whom the guardrails of the caller let answer.</summary>
    public CallerRestrictions Restrictions { get; init; } = CallerRestrictions.None;

    /// <summary>When it came: what costs more at some hours costs what it does then.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Credentials of the caller's own: they alone open endpoints that the server has none for.</summary>
    public ImmutableArray<ProviderKeyRow> OwnKeys { get; init; } = [];

    /// <summary>Providers that the operator has switched off, by slug.</summary>
    public FrozenDictionary<string, ProviderSwitch> SwitchedOff { get; init; } = FrozenDictionary<string, ProviderSwitch>.Empty;

    /// <summary>Whether there is a credential for an endpoint.</summary>
    public bool HasCredential(ModelEntry model, EndpointEntry endpoint) =>
        !endpoint.Provider.IsByokOnly || OwnKeys.Any(key => key.Opens(endpoint.Provider.Slug, model.Slug));
}
