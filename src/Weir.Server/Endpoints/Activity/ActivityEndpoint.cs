using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Ledger.Activity;
using Weir.Ledger.Keys;
using Weir.Ledger.Workspaces;
using Weir.Protocol;
using Weir.Protocol.Activity;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Records;

namespace Weir.Server.Endpoints.Activity;

/// <summary>The traffic of the last thirty completed UTC days, by day and endpoint.</summary>
internal sealed class ActivityEndpoint(IActivityStore store, WorkspaceDirectory workspaces, CatalogState catalog, ManagementEdge edge, TimeProvider time)
{
    // 30 days of 300 endpoints each.
    private const int MostRows = 10_000;

    private readonly ActivityQueryText _query = new(workspaces, time);

    public void Map(IEndpointRouteBuilder routes) => edge.Get(routes, "/api/v1/activity", ListAsync);

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var rows = await LongRead.RunAsync(store.ReadActivityAsync(_query.Read(context.Request.Query), MostRows, context.RequestAborted));
        await WireResponse.WriteAsync(
            context,
            new DataResponse<IReadOnlyList<ActivityRecord>>([.. rows.Select(RecordOf)]),
            WireJson.Default.DataResponseIReadOnlyListActivityRecord);
    }

    private ActivityRecord RecordOf(ActivityRow row) => new()
    {
        Date = row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Model = row.Model,
        ModelPermaslug = catalog.Current.Find(row.Model)?.CanonicalSlug ?? row.Model,
        EndpointId = $"{row.ProviderName}/{row.Model}",
        ProviderName = row.ProviderName,
        Usage = row.Charged,
        ByokUsageInference = row.Byok,
        Requests = row.Requests,
        PromptTokens = row.PromptTokens,
        CompletionTokens = row.CompletionTokens,
        ReasoningTokens = row.ReasoningTokens,
        WorkspaceId = row.WorkspaceId?.ToString(),
    };
}
