using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Activity;
using Weir.Ledger.Apps;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Records;

namespace Weir.Server.Endpoints.Analytics;

/// <summary>Sums of traffic by what people ask for.</summary>
internal sealed class AnalyticsQueryEndpoint(IUsageStore store, AnalyticsBody body, AnalyticsLabels labels, ManagementEdge edge, TimeProvider time)
{
    // A POST that changes nothing: it leaves no line in the log of changes.
    public void Map(IEndpointRouteBuilder routes) => edge.Query(routes, "/api/v1/analytics/query", QueryAsync);

    private async Task QueryAsync(HttpContext context, Caller caller)
    {
        using var document = await ManagementBody.ParseAsync(context);
        var request = body.Read(ManagementBody.Parse(document));
        var started = time.GetTimestamp();
        var found = await LongRead.RunAsync(store.ReadUsageAsync(request.Query, context.RequestAborted));
        var chosen = AnalyticsRows.Choose(request, found);
        var apps = request.Query.By.Contains(UsageDimension.App) ? await AppsAsync(context.RequestAborted) : FrozenDictionary<string, AppRow>.Empty;
        var json = new ArrayBufferWriter<byte>();
        await using (var writer = new Utf8JsonWriter(json))
        {
            AnalyticsAnswer.Write(writer, request, chosen, time.GetElapsedTime(started), labels, apps);
        }

        await WireResponse.WriteJsonAsync(context, json.WrittenMemory);
    }

    private async Task<FrozenDictionary<string, AppRow>> AppsAsync(CancellationToken cancellationToken) =>
        (await LongRead.RunAsync(store.ReadAppsAsync(cancellationToken))).ToFrozenDictionary(app => app.Id.ToString(CultureInfo.InvariantCulture));
}
