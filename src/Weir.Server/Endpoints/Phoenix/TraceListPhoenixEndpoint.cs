using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;
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
        RequireOrder(text);
        var query = new TraceQuery
        {
            WorkspaceId = caller.WorkspaceId,
            ProjectId = project.Id,
            SessionIds = await SessionsAsync(text, caller, context.RequestAborted),
            Filter = StartedWithin.Filter(from, before),
            Limit = text.Limit(LargestPage),
            After = Cursor(text),
        };
        ProjectFinder.Require(text);
        var page = await traces.ListTracesAsync(query, context.RequestAborted);
        var hasSpans = string.Equals(text.One("include_spans"), "true", StringComparison.OrdinalIgnoreCase);

        // The filter asks for a span in the range; what counts is when the trace began.
        var shown = page.Traces.Where(trace => PhoenixTraceWriter.Start(trace) is var start && !(start < from) && !(start >= before));
        await PhoenixJson.WritePageAsync(
            context, shown, page.Next is { } next ? GlobalId.Of(GlobalId.TraceCursor, next) : null, (writer, trace) => PhoenixTraceWriter.Write(writer, trace, project.Id, hasSpans));
    }

    private static void RequireOrder(QueryText text)
    {
        if ((text.One("sort") ?? "start_time") != "start_time")
        {
            throw new GatewayException(GatewayError.NotBuilt($"sort={text.One("sort")}"));
        }

        if ((text.One("order") ?? "desc") != "desc")
        {
            throw new GatewayException(GatewayError.NotBuilt($"order={text.One("order")}"));
        }
    }

    private async ValueTask<ImmutableArray<string>?> SessionsAsync(QueryText text, Caller caller, CancellationToken cancellationToken)
    {
        ImmutableArray<string>.Builder? found = null;
        foreach (var identifier in text.All("session_identifier").Take(LargestPage))
        {
            var session = GlobalId.TryReadNumber(identifier, GlobalId.Session) is { } id ? await sessions.FindAsync(caller.WorkspaceId, id, cancellationToken) : null;
            (found ??= ImmutableArray.CreateBuilder<string>()).Add(session?.SessionId ?? identifier);
        }

        return found?.ToImmutable();
    }

    private static long? Cursor(QueryText text)
    {
        if (text.One("cursor") is not { } given)
        {
            return null;
        }

        var place = GlobalId.TryReadNumber(given, GlobalId.TraceCursor);
        if (place is null)
        {
            text.Refuse("cursor is not one that this list gave out");
        }

        return place;
    }
}
