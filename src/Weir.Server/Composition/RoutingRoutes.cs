using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Stages;
using Weir.Ledger.Keys;
using Weir.Server.Auth;
using Weir.Server.Endpoints;
using Weir.Server.Endpoints.Inference;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.Routing;

namespace Weir.Server.Composition;

/// <summary>The addresses of <see cref="Routes"/> that say who would be asked, who was, and who may be.</summary>
internal sealed class RoutingRoutes(Stores stores, KeyDirectory keys, CatalogState catalog, PipelineParts parts)
{
    public void Map(IEndpointRouteBuilder web, Authorization authorization, ManagementEdge edge, InboundReader reader)
    {
        var preview = new RoutePreview
        {
            Receive = new ReceiveStage(),
            Parse = new ParseStage(),
            Guard = new GuardStage(parts.Guardrails, parts.Time),
            Prepare = new PrepareStage(),
            Route = parts.RouteBy(catalog, parts.Sticky()),
            Admit = PipelineBuilder.AdmitOf(parts),
        };
        new RoutePreviewEndpoint(authorization, reader, preview, new RoutePreviewRecords(parts.EndpointHealth), keys).Map(web);
        new ProviderEndpoints(catalog, parts.Switches, new ProviderRecords(parts.EndpointHealth), authorization, edge, parts.Time).Map(web);
        new EndpointHealthEndpoint(authorization, catalog, parts.EndpointHealth).Map(web);
        new GenerationRouteEndpoint(authorization, stores.Ledger, stores.Traces).Map(web);
    }
}
