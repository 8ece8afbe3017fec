using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Gateway.Health;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary><c>GET /models/user</c>: the models that the caller may use; takes the filters of <c>GET /models</c>.</summary>
/// <remarks>The private models of the workspace are among them; no preference or guardrail narrows the catalogue yet.</remarks>
internal sealed class UserModelsEndpoint(CatalogState catalog, IVitalsSource vitals, Authorization authorization, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes) => CatalogueRoutes.Map(routes, "/models/user", authorization.AnyKey(ListAsync));

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var parameters = new ParameterReader(context.Request.Query);
        var query = ModelListQuery.Read(parameters, time.GetUtcNow());
        return parameters.Problem is { } problem
            ? ErrorResponse.InvalidAsync(context, problem)
            : WireResponse.WriteAsync(context, query.Page.Answer(query.Rows(catalog.Current, vitals, caller.WorkspaceId), context.Request), WireJson.Default.ModelListResponse);
    }
}
