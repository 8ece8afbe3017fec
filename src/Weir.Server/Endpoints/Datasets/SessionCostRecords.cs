using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Ledger.Apps;
using Weir.Protocol.Datasets;

namespace Weir.Server.Endpoints.Datasets;

/// <summary>Shows costs of sessions as wire records: those of models that one who asks may see, by the names of apps and models.</summary>
/// <param name="workspace">Whose private models are shown.</param>
internal sealed class SessionCostRecords(CatalogSnapshot catalog, Guid workspace)
{
    public IEnumerable<SessionCostRecord> Of(ImmutableArray<SessionCostCell> cells, IEnumerable<AppRow> apps)
    {
        var known = apps.ToDictionary(app => app.Id);
        return cells
            .Where(cell => known.ContainsKey(cell.AppId) && IsVisible(cell.Model))
            .Select(cell => RecordOf(cell, known[cell.AppId]));
    }

    private SessionCostRecord RecordOf(SessionCostCell cell, AppRow app) => new(app.Name, app.Slug, cell.Median, NameOf(cell.Model), cell.TurnRange);

    private bool IsVisible(string slug) => catalog.Find(slug)?.IsVisibleTo(workspace) ?? true;

    private string NameOf(string slug) => catalog.Find(slug)?.CanonicalSlug ?? slug;
}
