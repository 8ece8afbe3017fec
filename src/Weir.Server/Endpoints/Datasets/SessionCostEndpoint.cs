using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Datasets;
using Weir.Protocol.Primitives;
using Weir.Server.Endpoints.Catalogue;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Records;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>The median cost of a session, by app, model and number of turns.</summary>
internal sealed class SessionCostEndpoint(IUsageStore store, SessionCosts costs, CatalogState catalog, DatasetEdge edge, TimeProvider time)
{
    private const int UsualCount = 100;
    private const int MostCount = 500;
    private const int MostSkipped = 5_000;

    private static readonly ImmutableArray<string> Ranges = [SessionCosts.RangeOf(1), SessionCosts.RangeOf(2), SessionCosts.RangeOf(10), SessionCosts.RangeOf(50)];

    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/v1/datasets/session-cost", ListAsync);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var parameters = new ParameterReader(context.Request.Query);
        var slug = parameters.Text("app_slug");
        var model = parameters.Text("model");
        var range = parameters.Word("turn_range", Ranges);
        var limit = parameters.Whole("limit", least: 1, MostCount) ?? UsualCount;
        var offset = parameters.Whole("offset", least: 0, MostSkipped) ?? 0;
        if (parameters.Problem is { } problem)
        {
            throw Refusal.Invalid(problem);
        }

        var (end, cells) = await costs.ReadAsync(context.RequestAborted);
        var apps = (await LongRead.RunAsync(store.ReadAppsAsync(context.RequestAborted))).ToDictionary(app => app.Id);
        var records = cells
            .Where(cell => apps.ContainsKey(cell.AppId) && IsVisible(cell.Model, caller.WorkspaceId))
            .Select(cell => new SessionCostRecord(apps[cell.AppId].Name, apps[cell.AppId].Slug, cell.Median, NameOf(cell.Model), cell.TurnRange))
            .Where(record => (slug is null || record.AppSlug == slug) && (model is null || record.ModelPermaslug == model) && (range is null || record.TurnRange == range))
            .OrderBy(record => record.AppSlug, StringComparer.Ordinal)
            .ThenBy(record => record.ModelPermaslug, StringComparer.Ordinal)
            .ThenBy(record => Ranges.IndexOf(record.TurnRange))
            .Skip(offset)
            .Take(limit);
        var meta = new SessionCostMeta
        {
            AsOf = WireTime.Format(time.GetUtcNow()),
            WindowDays = cells.IsEmpty ? null : SessionCosts.Days,
            WindowEndDate = cells.IsEmpty ? null : DatasetWindow.Text(end),
        };
        await WireResponse.WriteAsync(context, new SessionCostResponse([.. records], meta), WireJson.Default.SessionCostResponse);
    }

    private bool IsVisible(string slug, Guid workspace) => catalog.Current.Find(slug)?.IsVisibleTo(workspace) ?? true;

    private string NameOf(string slug) => catalog.Current.Find(slug)?.CanonicalSlug ?? slug;
}
