using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Datasets;
using Weir.Server.Endpoints.Catalogue;
using Weir.Server.Endpoints.Records;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>The models with the most tokens of each day, week or month, of the traffic of this installation.</summary>
/// <remarks>Traffic is not sorted by what it is about or by language: with <c>category</c> or <c>language_type</c> there are no rows.</remarks>
internal sealed class RankingsEndpoint(IUsageStore store, CatalogState catalog, DatasetEdge edge, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/v1/datasets/rankings-daily", ListAsync);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var query = RankingsQuery.Read(new ParameterReader(context.Request.Query), time.GetUtcNow());
        var sums = query.IsSampled ? [] : await LongRead.RunAsync(store.ReadUsageAsync(query.Usage, context.RequestAborted));
        var ranking = new ModelRanking(catalog.Current, caller.WorkspaceId);
        await WireResponse.WriteAsync(
            context,
            new RankingsDailyResponse([.. ranking.Of(sums, query.Modality)], query.Window.Meta(time.GetUtcNow())),
            WireJson.Default.RankingsDailyResponse);
    }
}
