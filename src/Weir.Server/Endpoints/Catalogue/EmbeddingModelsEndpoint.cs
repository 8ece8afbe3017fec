using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Protocol;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary><c>GET /embeddings/models</c>: the models that embed.</summary>
internal sealed class EmbeddingModelsEndpoint(CatalogState catalog)
{
    private static readonly ModelFilter Embeds = ModelFilter.Gives("embeddings");

    public void Map(IEndpointRouteBuilder routes) => CatalogueRoutes.Map(routes, "/embeddings/models", ListAsync);

    private Task ListAsync(HttpContext context)
    {
        var parameters = new ParameterReader(context.Request.Query);
        var page = ModelPage.Read(parameters);
        if (parameters.Problem is { } problem)
        {
            return ErrorResponse.InvalidAsync(context, problem);
        }

        var rows = ModelRow.All(catalog.Current).Where(Embeds.Matches).ToArray();
        return WireResponse.WriteAsync(context, page.Answer(rows, context.Request), WireJson.Default.ModelListResponse);
    }
}
