using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Health;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Catalogue;

/// <summary>The catalogue, open to everybody but for what says "my": one line an operation.</summary>
internal sealed class CatalogueEndpoints(CatalogState catalog, Authorization authorization, HealthDirectory health, GuardrailPolicies guardrails, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        new ModelListEndpoint(catalog, health, time).Map(routes);
        new ModelCountEndpoint(catalog).Map(routes);
        new UserModelsEndpoint(catalog, health, guardrails, authorization, time).Map(routes);
        new ModelEndpoint(catalog, health, authorization).Map(routes);
        new ZdrEndpoint(catalog, health, authorization).Map(routes);
        new ProviderListEndpoint(catalog).Map(routes);
        new ModelParametersEndpoint(catalog, authorization).Map(routes);
        new EmbeddingModelsEndpoint(catalog).Map(routes);
        new ImageModelsEndpoint(catalog).Map(routes);
    }
}
