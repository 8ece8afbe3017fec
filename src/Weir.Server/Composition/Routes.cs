using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Weir.Gateway.Catalog;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Ledger.Secrets;
using Weir.Server.Auth;
using Weir.Server.Endpoints;
using Weir.Server.Endpoints.Catalogue;
using Weir.Server.Endpoints.Console;
using Weir.Server.Endpoints.Inference;
using Weir.Server.Endpoints.Management;
using Weir.Server.Endpoints.OpenApi;
using Weir.Server.Endpoints.Otlp;
using Weir.Server.Endpoints.Phoenix;
using Weir.Server.Endpoints.Phoenix.Keys;
using Weir.Server.Endpoints.Settings;
using Weir.Server.Endpoints.Traces;
using Weir.Server.Telemetry;
using Weir.Tracing.Ingest;

namespace Weir.Server.Composition;

/// <summary>Every address of the server, one line an area.</summary>
internal sealed class Routes(
    Stores stores,
    KeyRegistrar registrar,
    KeyDirectory directory,
    Governance governance,
    OrganizationParts organization,
    NotificationParts notifications,
    ProviderKeyRegistrar providerKeys,
    Func<Caller?> anonymousSender,
    CatalogState catalog,
    ReloadState reload,
    GatewayPipeline pipeline,
    PipelineParts parts,
    ConsoleParts console,
    MetricsExport metrics,
    OtlpGrpcBinding otlpGrpc,
    ILoggerFactory loggers)
{
    public void Map(WebApplication web)
    {
        var authenticator = new RequestAuthenticator(directory, parts.Time, anonymousSender);
        var authorization = new Authorization(authenticator, organization.Policy);
        var reader = new InboundReader(parts.Time, parts.Bodies, web.Lifetime.ApplicationStopped);
        new InferenceEndpoints(reader, pipeline, parts.Time).Map(web);
        new CatalogueEndpoints(catalog, authorization, parts.EndpointHealth, parts.Guardrails, parts.Time).Map(web);
        new CountTokensEndpoint(reader, PipelineBuilder.BuildCount(directory, catalog, parts)).Map(web);
        var edge = new ManagementEdge(authorization, stores.Ledger.Audit, parts.Time, loggers.CreateLogger<ManagementEdge>());
        var phoenix = new PhoenixEdge(authenticator, edge, loggers.CreateLogger<PhoenixEdge>());
        MapManagement(web, authorization, edge, phoenix);
        new RoutingRoutes(stores, directory, catalog, parts).Map(web, authorization, edge, reader);
        new GenerationEndpoints(stores.Ledger, authorization).Map(web);
        MapTraces(web, authenticator, phoenix);
        MapConsole(web, authorization);
        new HealthEndpoints(parts.Health, metrics).Map(web);
        new OpenApiEndpoint().Map(web);
        SchemaEndpoint.Map(web);
        new PageEndpoints(console.Assets, console.Hosts).Map(web);
        NotBuiltEndpoints.Map(web);
    }

    private void MapManagement(WebApplication web, Authorization authorization, ManagementEdge edge, PhoenixEdge phoenix)
    {
        var lookup = new KeyLookup(directory, governance.Directory, parts.Time);
        new CurrentKeyEndpoint(authorization, governance.Credits, parts.Rates, parts.Time).Map(web);
        new KeyReadEndpoints(lookup, organization.Policy, edge).Map(web);
        new KeyWriteEndpoints(registrar, lookup, new KeyDrafts(lookup, organization.Policy), edge, parts.Time).Map(web);
        new SystemKeyEndpoints(phoenix, registrar, lookup).Map(web);
        notifications.Map(web, edge);
        new SettingsEndpoint(() => console.Settings.Current.Configuration, console.ConfigFile, edge).Map(web);
        console.Oidc.Map(web, console.Settings, console.Environment, loggers);
        new OrganizationRoutes(organization, governance, stores.Ledger, edge, parts.Time).Map(web, authorization, console.Sessions, catalog);
        new GovernanceRoutes(governance, organization, providerKeys, stores.Ledger, directory, catalog, edge, parts.Time).Map(web, authorization, registrar, console.Hosts);
        new RecordsRoutes(stores.Ledger, stores.Contents, governance.Directory, directory, catalog, edge, parts.Time).Map(web, authorization, parts.DatasetRates);
        new SessionEndpoints(console.Sessions, new SignIn(console.Sessions, directory, parts.Time), () => console.Settings.Current.Configuration.Oidc, edge).Map(web);
    }

    private void MapTraces(WebApplication web, RequestAuthenticator authenticator, PhoenixEdge phoenix)
    {
        var limits = new IngestLimits();
        SpanPricing pricing = new CataloguePricing(catalog, parts.Time).Price;
        var ingest = new OtlpIngest(new OtlpTraceReader(limits, pricing), stores.Spans, limits, parts.Time, loggers.CreateLogger<OtlpIngest>());
        new OtlpHttpEndpoint(authenticator, ingest).Map(web);
        new OtlpGrpcEndpoint(authenticator, ingest, limits).Map(web);
        new ProjectEndpoints(authenticator, stores.Traces).Map(web);
        new SpanEndpoints(authenticator, stores.Traces).Map(web);
        new PhoenixEndpoints(phoenix, stores, pricing, parts.Time).Map(web);
    }

    private void MapConsole(WebApplication web, Authorization authorization)
    {
        new StatusEndpoint(authorization, catalog, reload, stores.Traces, otlpGrpc).Map(web);
        new TraceListEndpoint(authorization, stores.Traces).Map(web);
        new TraceEndpoint(authorization, stores.Traces).Map(web);
        new SpanListEndpoint(authorization, stores.Traces).Map(web);
        new SpanExportEndpoint(authorization, stores.Traces).Map(web);
        new SpanEndpoint(authorization, stores.Traces).Map(web);
        new MetricsEndpoint(authorization, stores.Traces, stores.CallMetrics, parts.Time).Map(web);
        new LiveTracesEndpoint(authorization, stores.Traces, stores.Feed, parts.Time, web.Lifetime.ApplicationStopping).Map(web);
    }
}
