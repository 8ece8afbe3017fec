using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Server.Auth;
using Weir.Server.Endpoints;
using Weir.Server.Endpoints.Inference;
using Weir.Server.Endpoints.Management;
using Weir.Server.Telemetry;

namespace Weir.Server.Composition;

/// <summary>Every address of the server, one line an area.</summary>
internal sealed class Routes(
    Stores stores,
    KeyRegistrar registrar,
    KeyDirectory directory,
    CatalogState catalog,
    ChatPipeline pipeline,
    PipelineParts parts,
    PrometheusExport metrics,
    ILoggerFactory loggers)
{
    public void Map(WebApplication web)
    {
        var authenticator = new RequestAuthenticator(directory, parts.Time);
        var authorization = new Authorization(authenticator);
        var reader = new InboundReader(parts.Time, web.Lifetime.ApplicationStopped);
        new InferenceEndpoints(reader, pipeline, parts.Metrics, loggers.CreateLogger<InferenceEndpoints>()).Map(web);
        new ModelEndpoints(catalog).Map(web);
        new KeyEndpoints(registrar, directory, authorization, parts.Time).Map(web);
        new GenerationEndpoints(stores.Ledger, authorization).Map(web);
        new HealthEndpoints(parts.Health, metrics).Map(web);
        HomeEndpoints.Map(web);
        NotBuiltEndpoints.Map(web);
    }
}
