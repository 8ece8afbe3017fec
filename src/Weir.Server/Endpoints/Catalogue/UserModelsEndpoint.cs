using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Health;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary><c>GET /models/user</c>: the models that the caller may use; takes the filters of <c>GET /models</c>.</summary>
/// <remarks>The private models of the workspace are among them, and none that no endpoint may answer under the guardrails of the caller.</remarks>
internal sealed class UserModelsEndpoint(CatalogState catalog, IVitalsSource vitals, GuardrailPolicies guardrails, Authorization authorization, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes) => CatalogueRoutes.Map(routes, "/models/user", authorization.AnyKey(ListAsync));

    private Task ListAsync(HttpContext context, Caller caller)
    {
        var parameters = new ParameterReader(context.Request.Query);
        var query = ModelListQuery.Read(parameters, time.GetUtcNow());
        if (parameters.Problem is { } problem)
        {
            return ErrorResponse.InvalidAsync(context, problem);
        }

        var restrictions = guardrails.Of(caller.Key).Restrictions;
        ModelRow[] rows = [.. query.Rows(catalog.Current, vitals, caller.WorkspaceId).Where(row => restrictions.Admit(row.Model))];
        return WireResponse.WriteAsync(context, query.Page.Answer(rows, context.Request), WireJson.Default.ModelListResponse);
    }
}
