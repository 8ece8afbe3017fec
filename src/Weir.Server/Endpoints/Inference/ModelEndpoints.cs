using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Protocol;
using Weir.Protocol.Errors;
using Weir.Protocol.Models;

namespace Weir.Server.Endpoints.Inference;

/// <summary>The catalogue, open to everybody.</summary>
internal sealed class ModelEndpoints(CatalogState catalog)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var root in (string[])["/api/v1", "/v1"])
        {
            _ = routes.MapGet(root + "/models", ListAsync);
            _ = routes.MapGet(root + "/models/{author}/{slug}/endpoints", ShowEndpointsAsync);
        }
    }

    private Task ListAsync(HttpContext context)
    {
        // A filter that is ignored would answer another question than was asked.
        if (context.Request.Query.Keys.FirstOrDefault() is { } parameter)
        {
            return ErrorResponse.WriteAsync(context, GatewayError.NotBuilt($"The query parameter '{parameter}' of GET /models"));
        }

        var models = catalog.Current.Models.Where(model => model.OutputModalities.Contains("text")).Select(ModelRecords.Of).ToArray();
        return WireResponse.WriteAsync(context, new ModelListResponse { Data = models, TotalCount = models.Length }, WireJson.Default.ModelListResponse);
    }

    private Task ShowEndpointsAsync(HttpContext context)
    {
        var slug = $"{context.Request.RouteValues["author"]}/{context.Request.RouteValues["slug"]}";
        return catalog.Current.Find(slug) is { } model
            ? WireResponse.WriteAsync(context, new DataResponse<ModelEndpointsRecord>(ModelRecords.WithEndpoints(model)), WireJson.Default.DataResponseModelEndpointsRecord)
            : ErrorResponse.WriteAsync(context, GatewayError.Client(GatewayErrorCode.NotFound, $"There is no model '{slug}'. GET /api/v1/models lists those there are."));
    }
}
