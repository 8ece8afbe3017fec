using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Protocol;
using Weir.Protocol.Models;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary><c>GET /model/{author}/{slug}</c>, <c>GET /models/{id}</c> and <c>GET /models/{author}/{slug}/endpoints</c>: one model.</summary>
internal sealed class ModelEndpoint(CatalogState catalog, HealthDirectory health, Authorization authorization)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        CatalogueRoutes.Map(routes, "/model/{author}/{slug}", ShowAsync);
        CatalogueRoutes.Map(routes, "/models/{author}/{slug}/endpoints", ShowEndpointsAsync);
        CatalogueRoutes.Map(routes, "/models/{id}", RetrieveAsync);
    }

    private Task ShowAsync(HttpContext context)
    {
        var slug = ModelLookup.SlugOf(context);
        return ModelRow.Find(catalog.Current, slug) is { } row
            ? WireResponse.WriteAsync(context, new DataResponse<ModelRecord>(ModelRecords.Of(row)), WireJson.Default.DataResponseModelRecord)
            : ModelLookup.NotFoundAsync(context, slug);
    }

    // As clients of OpenAI and Anthropic retrieve a model: the slash of its id is escaped, and the answer has no envelope.
    private Task RetrieveAsync(HttpContext context)
    {
        context.Response.Headers.Vary = AnthropicModels.Mark;
        var id = Uri.UnescapeDataString(context.Request.RouteValues["id"]?.ToString() ?? "");
        if (ModelRow.Find(catalog.Current, id) is not { } row)
        {
            return ModelLookup.NotFoundAsync(context, id);
        }

        return context.Request.Headers.ContainsKey(AnthropicModels.Mark)
            ? WireResponse.WriteAsync(context, AnthropicModels.Of(row), WireJson.Default.AnthropicModelRecord)
            : WireResponse.WriteAsync(context, ModelRecords.Of(row), WireJson.Default.ModelRecord);
    }

    private Task ShowEndpointsAsync(HttpContext context)
    {
        var slug = ModelLookup.SlugOf(context);
        return ModelLookup.Find(catalog.Current, slug) is { } model
            ? WireResponse.WriteAsync(
                context,
                new DataResponse<ModelEndpointsRecord>(EndpointRecords.Of(model, ShownHealth.To(context, authorization, health))),
                WireJson.Default.DataResponseModelEndpointsRecord)
            : ModelLookup.NotFoundAsync(context, slug);
    }
}
