using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Protocol;
using Weir.Protocol.Models;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary><c>GET /images/models</c> and the endpoints of one of them: what images can be asked for, and what they cost.</summary>
internal sealed class ImageModelsEndpoint(CatalogState catalog)
{
    private static readonly ModelFilter Draws = ModelFilter.Gives("image");

    public void Map(IEndpointRouteBuilder routes)
    {
        CatalogueRoutes.Map(routes, "/images/models", ListAsync);
        CatalogueRoutes.Map(routes, "/images/models/{author}/{slug}/endpoints", ShowEndpointsAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        var models = ModelRow.All(catalog.Current).Where(Draws.Matches).Select(ImageRecords.Of).ToArray();
        return WireResponse.WriteAsync(
            context,
            new DataResponse<IReadOnlyList<ImageModelRecord>>(models),
            WireJson.Default.DataResponseIReadOnlyListImageModelRecord);
    }

    private Task ShowEndpointsAsync(HttpContext context)
    {
        var slug = ModelLookup.SlugOf(context);
        return ModelLookup.Find(catalog.Current, slug) is { } model && model.OutputModalities.Contains("image")
            ? WireResponse.WriteAsync(context, ImageRecords.WithEndpoints(model), WireJson.Default.ImageEndpointsResponse)
            : ErrorResponse.NotFoundAsync(context, $"There is no image model '{slug}'. GET /api/v1/images/models lists those there are.");
    }
}
