using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Protocol;
using Weir.Protocol.Models;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary><c>GET /endpoints/zdr</c>: every endpoint whose provider keeps nothing.</summary>
internal sealed class ZdrEndpoint(CatalogState catalog, HealthDirectory health, Authorization authorization)
{
    public void Map(IEndpointRouteBuilder routes) => CatalogueRoutes.Map(routes, "/endpoints/zdr", ListAsync);

    private Task ListAsync(HttpContext context)
    {
        var shown = ShownHealth.To(context, authorization, health);
        var endpoints = catalog.Current.Models
            .Where(model => model.IsPublic)
            .SelectMany(model => model.Endpoints
                .Where(endpoint => endpoint.Provider.DataPolicy.Zdr)
                .Select(endpoint => EndpointRecords.Of(model, endpoint, shown)))
            .ToArray();
        return WireResponse.WriteAsync(
            context,
            new DataResponse<IReadOnlyList<EndpointRecord>>(endpoints),
            WireJson.Default.DataResponseIReadOnlyListEndpointRecord);
    }
}
