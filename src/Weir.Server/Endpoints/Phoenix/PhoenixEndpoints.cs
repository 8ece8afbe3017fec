using Microsoft.AspNetCore.Routing;
using Weir.Server.Composition;
using Weir.Server.Endpoints.Phoenix.Datasets;
using Weir.Server.Endpoints.Phoenix.Experiments;
using Weir.Server.Endpoints.Phoenix.Keys;
using Weir.Server.Endpoints.Phoenix.Prompts;
using Weir.Tracing.Ingest;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's API, but for projects and spans as lists, one line an area.</summary>
internal sealed class PhoenixEndpoints(PhoenixEdge edge, Stores stores, SpanPricing pricing, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        PhoenixVersion.Map(routes);
        var traces = stores.Traces;
        var projects = new ProjectFinder(traces);
        var configs = new AnnotationConfigFinder(stores.Annotations);
        new AnnotationWriteEndpoints(edge, stores.Annotations, time).Map(routes);
        new AnnotationReadEndpoints(edge, projects, stores.Annotations).Map(routes);
        new AnnotationDeleteEndpoints(edge, projects, stores.Annotations).Map(routes);
        new AnnotationEraseEndpoint(edge, stores.Annotations).Map(routes);
        new AnnotationConfigEndpoints(edge, configs, stores.Annotations).Map(routes);
        new ProjectConfigEndpoints(edge, projects, configs, stores.Annotations).Map(routes);
        new ProjectWriteEndpoints(edge, projects, stores.Projects).Map(routes);
        new SessionListEndpoints(edge, projects, stores.TraceSessions).Map(routes);
        new TraceListPhoenixEndpoint(edge, projects, traces, stores.TraceSessions).Map(routes);
        new SpanCreateEndpoint(edge, projects, traces, stores.Spans, new SubmittedSpanReader(IngestLimits.Default, pricing), time).Map(routes);
        new EraseEndpoints(edge, stores.Projects, stores.TraceSessions).Map(routes);
        new DatasetRoutes(edge, stores, time).Map(routes);
        new ExperimentRoutes(edge, stores, time).Map(routes);
        MapPrompts(routes);
        new ViewerEndpoint(edge).Map(routes);
        new OtlpSpanEndpoint(edge, projects, traces).Map(routes);
    }

    private void MapPrompts(IEndpointRouteBuilder routes)
    {
        var finder = new PromptFinder(stores.Prompts);
        new PromptEndpoints(edge, finder, stores.Prompts, time).Map(routes);
        new PromptVersionEndpoints(edge, finder, stores.Prompts).Map(routes);
    }
}
