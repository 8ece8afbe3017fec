using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Console;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Catalogue;

namespace Weir.Server.Endpoints;

/// <summary><c>GET /api/weir/endpoints/health</c>: how the endpoints do that were asked in the last day, for anybody with a key.</summary>
internal sealed class EndpointHealthEndpoint(Authorization authorization, CatalogState catalog, HealthDirectory health)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/weir/endpoints/health", authorization.AnyKey(ShowAsync));

    private Task ShowAsync(HttpContext context, Caller caller)
    {
        var rows = catalog.Current.Models
            .SelectMany(model => model.Endpoints.Select(endpoint => (Model: model, Endpoint: endpoint)))
            .Select(row => health.Statistics(row.Model, row.Endpoint) is { } statistics ? Of(row.Model, row.Endpoint, statistics) : null)
            .OfType<EndpointHealthRecord>()
            .ToArray();
        return WireResponse.WriteAsync(
            context,
            new DataResponse<IReadOnlyList<EndpointHealthRecord>>(rows),
            WireJson.Default.DataResponseIReadOnlyListEndpointHealthRecord);
    }

    /// <summary>What is known of an endpoint, for people.</summary>
    public static EndpointHealthRecord Of(ModelEntry model, EndpointEntry endpoint, EndpointStatistics statistics) => new()
    {
        Model = model.Slug,
        ProviderName = endpoint.Provider.Name,
        Tag = endpoint.Tag,
        Status = ShownHealth.StatusOf(statistics),
        IsCircuitOpen = statistics.IsCircuitOpen,
        FailuresInARow = statistics.FailuresInARow,
        RetryAfterSeconds = statistics.RetryAfter is { } wait ? Math.Round(wait.TotalSeconds, 1) : null,
        RequestsLast30m = statistics.Vitals.Requests,
        UptimeLast5m = ShownHealth.Percent(statistics.UptimeLast5Minutes),
        UptimeLast30m = ShownHealth.Percent(statistics.UptimeLast30Minutes),
        UptimeLast1d = ShownHealth.Percent(statistics.UptimeLastDay),
        LatencyLast30m = ShownHealth.Milliseconds(statistics.LatencyLast30Minutes),
        LatencyLast1d = ShownHealth.Milliseconds(statistics.LatencyLastDay),
        ThroughputLast30m = ShownHealth.Rounded(statistics.ThroughputLast30Minutes, 1),
        ThroughputLast1d = ShownHealth.Rounded(statistics.ThroughputLastDay, 1),
        ToolSuccessLast2h = ShownHealth.Percent(statistics.Vitals.ToolSuccess),
    };
}
