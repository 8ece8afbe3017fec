using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Protocol;
using Weir.Protocol.Models;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary><c>GET /model/{author}/{slug}</c> and <c>GET /models/{author}/{slug}/endpoints</c>: one model.</summary>
internal sealed class ModelEndpoint(CatalogState catalog)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        CatalogueRoutes.Map(routes, "/model/{author}/{slug}", ShowAsync);
        CatalogueRoutes.Map(routes, "/models/{author}/{slug}/endpoints", ShowEndpointsAsync);
    }

    private Task ShowAsync(HttpContext context)
    {
        var slug = ModelLookup.SlugOf(context);
        return ModelRow.Find(catalog.Current, slug) is { } row
            ? WireResponse.WriteAsync(context, new DataResponse<ModelRecord>(ModelRecords.Of(row)), WireJson.Default.DataResponseModelRecord)
            : ModelLookup.NotFoundAsync(context, slug);
    }

    private Task ShowEndpointsAsync(HttpContext context)
    {
        var slug = ModelLookup.SlugOf(context);
        return ModelLookup.Find(catalog.Current, slug) is { } model
            ? WireResponse.WriteAsync(context, new DataResponse<ModelEndpointsRecord>(EndpointRecords.Of(model)), WireJson.Default.DataResponseModelEndpointsRecord)
            : ModelLookup.NotFoundAsync(context, slug);
    }
}
