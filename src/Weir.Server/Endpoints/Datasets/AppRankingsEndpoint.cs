using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Datasets;
using Weir.Server.Endpoints.Catalogue;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>The apps with the most tokens, or with the most more than before.</summary>
internal sealed class AppRankingsEndpoint(AppRanking ranking, DatasetEdge edge, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/v1/datasets/app-rankings", ListAsync);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var query = AppRankingsQuery.Read(new ParameterReader(context.Request.Query), time.GetUtcNow());
        var records = await ranking.ReadAsync(query, context.RequestAborted);
        await WireResponse.WriteAsync(context, new AppRankingsResponse(records, query.Window.Meta(time.GetUtcNow())), WireJson.Default.AppRankingsResponse);
    }
}
