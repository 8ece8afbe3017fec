using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Weir.Server.Auth;
using Weir.Server.Composition;
using Weir.Tracing.Ingest;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's API, but for projects and spans as lists, one line an area.</summary>
internal sealed class PhoenixEndpoints(Stores stores, RequestAuthenticator authenticator, SpanPricing pricing, TimeProvider time, ILoggerFactory loggers)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        PhoenixVersion.Map(routes);
        var edge = new PhoenixEdge(authenticator, loggers.CreateLogger<PhoenixEdge>());
        var traces = stores.Traces;
        var projects = new ProjectFinder(traces);
        var configs = new AnnotationConfigFinder(traces.Annotations);
        new AnnotationWriteEndpoints(edge, traces.Annotations, time).Map(routes);
        new AnnotationReadEndpoints(edge, projects, traces.Annotations).Map(routes);
        new AnnotationConfigEndpoints(edge, configs, traces.Annotations).Map(routes);
        new ProjectConfigEndpoints(edge, projects, configs, traces.Annotations).Map(routes);
        new ProjectWriteEndpoints(edge, projects, traces.Projects).Map(routes);
        new SessionListEndpoints(edge, projects, traces.Sessions).Map(routes);
        new TraceListPhoenixEndpoint(edge, projects, traces, traces.Sessions).Map(routes);
        new SpanCreateEndpoint(edge, projects, traces, stores.Spans, new SubmittedSpanReader(IngestLimits.Default, pricing), time).Map(routes);
        new EraseEndpoints(edge, traces.Projects, traces.Sessions).Map(routes);
    }
}
