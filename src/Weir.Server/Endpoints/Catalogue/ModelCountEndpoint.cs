using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Protocol;
using Weir.Protocol.Models;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary><c>GET /models/count</c>: how many rows the list of models has.</summary>
internal sealed class ModelCountEndpoint(CatalogState catalog)
{
    public void Map(IEndpointRouteBuilder routes) => CatalogueRoutes.Map(routes, "/models/count", CountAsync);

    private Task CountAsync(HttpContext context)
    {
        var parameters = new ParameterReader(context.Request.Query);
        var filter = ModelFilter.ReadOutputOnly(parameters);
        return parameters.Problem is { } problem
            ? ErrorResponse.InvalidAsync(context, problem)
            : WireResponse.WriteAsync(
                context,
                new DataResponse<ModelCountRecord>(new ModelCountRecord { Count = ModelRow.All(catalog.Current).Count(filter.Matches) }),
                WireJson.Default.DataResponseModelCountRecord);
    }
}
