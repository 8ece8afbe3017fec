using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>GET /v1/projects/{id or name}/traces</c>, newest first.</summary>
/// <remarks>In the order of arrival, which is that of beginning where clocks agree. Other orders need all traces for each page, and are not served.</remarks>
internal sealed class TraceListPhoenixEndpoint(PhoenixEdge edge, ProjectFinder projects, ITraceStore traces, ISessionStore sessions)
{
    private const int LargestPage = 1000;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/projects/{project_identifier}/traces", edge.AnyKey(ListAsync));

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var project = await projects.FindAsync(context, caller);
        var text = new QueryText(context.Request.Query);
        var (from, before) = (text.Time("start_time"), text.Time("end_time"));
        TraceListParameters.RequireOrder(text);
        var query = new TraceQuery
        {
            WorkspaceId = caller.WorkspaceId,
            ProjectId = project.Id,
            SessionIds = await TraceListParameters.SessionsAsync(text, sessions, caller, context.RequestAborted),
            Filter = StartedWithin.Filter(from, before),
            Limit = text.Limit(LargestPage),
            After = TraceListParameters.Cursor(text),
        };
        ProjectFinder.Require(text);
        var page = await traces.ListTracesAsync(query, context.RequestAborted);
        var hasSpans = string.Equals(text.One("include_spans"), "true", StringComparison.OrdinalIgnoreCase);

        // The filter asks for a span in the range; what counts is when the trace began.
        var shown = page.Traces.Where(trace => PhoenixTraceWriter.Start(trace) is var start && !(start < from) && !(start >= before));
        await PhoenixJson.WritePageAsync(
            context, shown, page.Next is { } next ? GlobalId.Of(GlobalId.TraceCursor, next) : null, (writer, trace) => PhoenixTraceWriter.Write(writer, trace, project.Id, hasSpans));
    }
}
