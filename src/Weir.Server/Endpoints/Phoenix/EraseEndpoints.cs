using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>DELETE</c> of spans, traces and sessions, each by its id here or the one it came with; for management keys.</summary>
internal sealed class EraseEndpoints(PhoenixEdge edge, IProjectStore store, ISessionStore sessions)
{
    private const int MostSessions = 1000;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapDelete("/v1/spans/{span_identifier}", edge.ManagementKey(EraseSpanAsync));
        _ = routes.MapDelete("/v1/traces/{trace_identifier}", edge.ManagementKey(EraseTraceAsync));
        _ = routes.MapDelete("/v1/sessions/{session_identifier}", edge.ManagementKey(EraseSessionAsync));
        _ = routes.MapPost("/v1/sessions/delete", edge.ManagementKey(EraseSessionsAsync));
    }

    private Task EraseSpanAsync(HttpContext context, Caller caller)
    {
        var identifier = (string)context.Request.RouteValues["span_identifier"]!;
        var span = SpanId.TryParse(identifier, out var id) ? id : (SpanId?)null;
        var number = GlobalId.TryReadNumber(identifier, GlobalId.Span);
        var erasure = new Erasure { WorkspaceId = caller.WorkspaceId, SpanId = span, Span = span is null ? number : null };
        return EraseAsync(context, erasure, span is not null || number is not null, $"span '{identifier}'");
    }

    private Task EraseTraceAsync(HttpContext context, Caller caller)
    {
        var identifier = (string)context.Request.RouteValues["trace_identifier"]!;
        var trace = TraceId.TryParse(identifier, out var id) ? id : (TraceId?)null;
        var number = GlobalId.TryReadNumber(identifier, GlobalId.Trace);
        var erasure = new Erasure { WorkspaceId = caller.WorkspaceId, TraceId = trace, Trace = trace is null ? number : null };
        return EraseAsync(context, erasure, trace is not null || number is not null, $"trace '{identifier}'");
    }

    private async Task EraseAsync(HttpContext context, Erasure erasure, bool isNamed, string name)
    {
        if (!isNamed || await store.EraseAsync(erasure, context.RequestAborted) == 0)
        {
            throw PhoenixEdge.NotFound($"There is no {name} in this workspace.");
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task EraseSessionAsync(HttpContext context, Caller caller)
    {
        var identifier = (string)context.Request.RouteValues["session_identifier"]!;
        if (!await TryEraseSessionAsync(identifier, caller, context.RequestAborted))
        {
            throw PhoenixEdge.NotFound($"There is no session with the id '{identifier}' in this workspace.");
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task EraseSessionsAsync(HttpContext context, Caller caller)
    {
        using var document = await PhoenixEdge.ParseAsync(context);
        var identifiers = PhoenixBody.Of(document.RootElement).Texts("session_identifiers");
        if (identifiers.Count is 0 or > MostSessions)
        {
            throw PhoenixEdge.Unprocessable($"'session_identifiers' has {identifiers.Count} ids; give 1 to {MostSessions}.");
        }

        foreach (var identifier in identifiers)
        {
            _ = await TryEraseSessionAsync(identifier, caller, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // A session that has more traces than are read at once is read again until none is left.
    private async Task<bool> TryEraseSessionAsync(string identifier, Caller caller, CancellationToken cancellationToken)
    {
        var isFound = false;
        while (await SessionListEndpoints.FindAsync(sessions, caller.WorkspaceId, identifier, cancellationToken) is { Traces.IsEmpty: false } session)
        {
            isFound = true;
            foreach (var trace in session.Traces)
            {
                _ = await store.EraseAsync(new Erasure { WorkspaceId = caller.WorkspaceId, Trace = trace.Id }, cancellationToken);
            }
        }

        return isFound;
    }
}
