using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;

namespace Weir.Gateway.Stages;

/// <summary>Stage 6: which endpoints can answer, in which order.</summary>
/// <remarks>A conversation stays where its prompt cache is, when the plan still has that endpoint.</remarks>
public sealed class RouteStage(CatalogState catalog, RoutePlanner planner, StickyRouting sticky)
{
    /// <exception cref="GatewayException">400 for an unknown model or a wrong preference; 404 when nobody may answer; 501 for a feature that is not there.</exception>
    public Routed Run(Prepared prepared)
    {
        var parsed = prepared.Parsed;
        var query = new RouteQuery(parsed.Request, parsed.Authenticated.Inbound.Operation, parsed.Authenticated.Caller.WorkspaceId) { Restrictions = parsed.Restrictions };
        return sticky.Promote(new Routed(prepared, planner.Plan(catalog.Current, query)));
    }
}
