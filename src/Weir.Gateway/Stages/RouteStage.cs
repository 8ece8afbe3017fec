using Weir.Gateway.Byok;
using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Workspaces;

namespace Weir.Gateway.Stages;

/// <summary>Stage 6: which endpoints can answer, in which order, and with whose credentials.</summary>
/// <remarks>A conversation stays where its prompt cache is, when the plan still has that endpoint; credentials of the caller's own come before even that.</remarks>
public sealed class RouteStage(CatalogState catalog, RoutePlanner planner, StickyRouting sticky, WorkspaceDirectory workspaces, ByokExpansion byok)
{
    /// <exception cref="GatewayException">400 for an unknown model or a wrong preference; 404 when nobody may answer; 501 for a feature that is not there.</exception>
    public Routed Run(Prepared prepared)
    {
        var parsed = prepared.Parsed;
        var caller = parsed.Authenticated.Caller;
        var own = byok.KeysOf(caller);
        var query = new RouteQuery(parsed.Request, parsed.Authenticated.Inbound.Operation, caller.WorkspaceId)
        {
            Defaults = DefaultsOf(caller.WorkspaceId),
            OwnKeys = own,
            At = parsed.Authenticated.Inbound.ReceivedAt,
            Restrictions = parsed.Restrictions,
        };
        return byok.Expand(sticky.Promote(new Routed(prepared, planner.Plan(catalog.Current, query))), own);
    }

    private WorkspaceRouting DefaultsOf(Guid workspace) => workspaces.RowOf(workspace) is { HasRoutingDefaults: true } row
        ? new WorkspaceRouting(row.DefaultTextModel, row.DefaultImageModel, SortWords.Find(row.DefaultProviderSort))
        : WorkspaceRouting.None;
}
