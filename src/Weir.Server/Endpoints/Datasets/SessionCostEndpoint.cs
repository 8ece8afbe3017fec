using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Datasets;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Catalogue;
using Weir.Server.Endpoints.Records;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>The median cost of a session, by app, model and number of turns.</summary>
internal sealed class SessionCostEndpoint(IUsageStore store, SessionCosts costs, CatalogState catalog, DatasetEdge edge, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/v1/datasets/session-cost", ListAsync);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var query = SessionCostQuery.Read(new ParameterReader(context.Request.Query));
        var (end, cells) = await costs.ReadAsync(context.RequestAborted);
        var apps = await LongRead.RunAsync(store.ReadAppsAsync(context.RequestAborted));
        var records = new SessionCostRecords(catalog.Current, caller.WorkspaceId).Of(cells, apps);
        var meta = new SessionCostMeta
        {
            AsOf = WireTime.Format(time.GetUtcNow()),
            WindowDays = cells.IsEmpty ? null : SessionCosts.Days,
            WindowEndDate = cells.IsEmpty ? null : DatasetWindow.Text(end),
        };
        await WireResponse.WriteAsync(context, new SessionCostResponse(query.PageOf(records), meta), WireJson.Default.SessionCostResponse);
    }
}
