using System.Collections.Immutable;
using Weir.Gateway.Byok;
using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Providers;
using Weir.Ledger.Secrets;
using Weir.Ledger.Workspaces;

namespace Weir.Gateway.Stages;

/// <summary>Stage 6: which endpoints can answer, in which order, and with whose credentials.</summary>
/// <remarks>A conversation stays where its prompt cache is, when the plan still has that endpoint; credentials of the caller's own come before even that.</remarks>
public sealed class RouteStage(CatalogState catalog, RoutePlanner planner, StickyRouting sticky, WorkspaceDirectory workspaces, ByokExpansion byok)
{
    /// <summary>Providers that the operator has switched off; null: none can be.</summary>
    public ProviderSwitches? Switches { private get; init; }

    /// <exception cref="GatewayException">400 for an unknown model or a wrong preference; 404 when nobody may answer; 501 for a feature that is not there.</exception>
    public Routed Run(Prepared prepared)
    {
        var own = byok.KeysOf(prepared.Parsed.Authenticated.Caller);
        return Finish(prepared, planner.Plan(catalog.Current, QueryOf(prepared, own)), own);
    }

    /// <summary>The same, with what is not in the plan and why. Nothing is remembered of it.</summary>
    /// <returns>The request with its plan, null where nobody may answer; and the explanation.</returns>
    /// <exception cref="GatewayException">400 for an unknown model or a wrong preference; 404 when a router finds no model; 501 for a feature that is not there.</exception>
    public (Routed? Routed, RouteExplanation Explanation) Explain(Prepared prepared)
    {
        var own = byok.KeysOf(prepared.Parsed.Authenticated.Caller);
        var explanation = planner.Explain(catalog.Current, QueryOf(prepared, own));
        return (explanation.Plan is { } plan ? Finish(prepared, plan, own) : null, explanation);
    }

    private Routed Finish(Prepared prepared, RoutePlan plan, ImmutableArray<ProviderKeyRow> own) =>
        byok.Expand(sticky.Promote(new Routed(prepared, plan)), own);

    private RouteQuery QueryOf(Prepared prepared, ImmutableArray<ProviderKeyRow> own)
    {
        var parsed = prepared.Parsed;
        var caller = parsed.Authenticated.Caller;
        var query = new RouteQuery(parsed.Request, parsed.Authenticated.Inbound.Operation, caller.WorkspaceId)
        {
            Defaults = DefaultsOf(caller.WorkspaceId),
            OwnKeys = own,
            At = parsed.Authenticated.Inbound.ReceivedAt,
            Restrictions = parsed.Restrictions,
        };
        return Switches is { Off: { Count: > 0 } off } ? query with { SwitchedOff = off } : query;
    }

    private WorkspaceRouting DefaultsOf(Guid workspace) => workspaces.RowOf(workspace) is { HasRoutingDefaults: true } row
        ? new WorkspaceRouting(row.DefaultTextModel, row.DefaultImageModel, SortWords.Find(row.DefaultProviderSort))
        : WorkspaceRouting.None;
}
