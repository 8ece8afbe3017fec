using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Admission;
using Weir.Ledger.Contents;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Analytics;
using Weir.Server.Endpoints.Datasets;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Records;
using Weir.Storage.Sqlite.Ledger;

namespace Weir.Server.Composition;

/// <summary>The addresses of <see cref="Routes"/> that are about what was recorded: analytics, data sets, exports, prompts and answers.</summary>
internal sealed class RecordsRoutes(
    SqliteLedgerStore ledger,
    IContentStore contents,
    WorkspaceDirectory workspaces,
    KeyDirectory keys,
    CatalogState catalog,
    ManagementEdge edge,
    TimeProvider time)
{
    public void Map(IEndpointRouteBuilder web, Authorization authorization, DatasetLimitState limits)
    {
        var datasets = new DatasetEdge(authorization, edge, limits, time);
        var body = new AnalyticsBody(new AnalyticsFilters(keys, workspaces, catalog), time);
        new AnalyticsMetaEndpoint(edge).Map(web);
        new AnalyticsQueryEndpoint(ledger.Usage, body, new AnalyticsLabels(keys, workspaces, catalog), edge, time).Map(web);
        new RankingsEndpoint(ledger.Usage, catalog, datasets, time).Map(web);
        new AppRankingsEndpoint(new AppRanking(ledger.Usage), datasets, time).Map(web);
        new SessionCostEndpoint(ledger.Usage, new SessionCosts(ledger.Usage, time), catalog, datasets, time).Map(web);
        new GenerationExportEndpoint(ledger.Usage, new ExportParameters(workspaces, catalog, time), edge).Map(web);
        new GenerationContentEndpoint(ledger, contents, authorization, edge).Map(web);
    }
}
