using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>GET /v1/projects/{id or name}/sessions</c> and <c>GET /v1/sessions/{id or session id}</c>.</summary>
internal sealed class SessionListEndpoints(PhoenixEdge edge, ProjectFinder projects, ISessionStore store)
{
    private const int LargestPage = 200;

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/v1/projects/{project_identifier}/sessions", edge.AnyKey(ListAsync));
        _ = routes.MapGet("/v1/sessions/{session_identifier}", edge.AnyKey(GetAsync));
    }

    /// <summary>The session that an identifier names; null when the workspace has none such.</summary>
    public static async ValueTask<StoredSession?> FindAsync(ISessionStore store, Guid workspaceId, string identifier, CancellationToken cancellationToken)
    {
        var byId = GlobalId.TryReadNumber(identifier, GlobalId.Session) is { } id ? await store.FindAsync(workspaceId, id, cancellationToken) : null;
        return byId ?? await store.FindAsync(workspaceId, identifier, cancellationToken);
    }

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var project = await projects.FindAsync(context, caller);
        var text = new QueryText(context.Request.Query);
        var order = text.One("order") ?? "asc";
        if (order is not ("asc" or "desc"))
        {
            text.Refuse($"order '{order}' is not asc or desc");
        }

        var after = text.One("cursor") is { } cursor ? GlobalId.TryReadNumber(cursor, GlobalId.Session) : null;
        if (after is null && text.One("cursor") is not null)
        {
            text.Refuse("cursor is not one that this list gave out");
        }

        var query = new SessionQuery
        {
            WorkspaceId = caller.WorkspaceId,
            ProjectId = project.Id,
            IsDescending = order == "desc",
            After = after,
            Limit = Math.Min(text.Limit(int.MaxValue), LargestPage),
        };
        ProjectFinder.Require(text);
        var page = await store.ListAsync(query, context.RequestAborted);
        await PhoenixJson.WritePageAsync(context, page.Sessions, page.Next is { } next ? GlobalId.Of(GlobalId.Session, next) : null, Write);
    }

    private async Task GetAsync(HttpContext context, Caller caller)
    {
        var identifier = (string)context.Request.RouteValues["session_identifier"]!;
        var session = await FindAsync(store, caller.WorkspaceId, identifier, context.RequestAborted)
            ?? throw PhoenixEdge.NotFound($"There is no session with the id '{identifier}' in this workspace.");
        await PhoenixJson.WriteAsync(context, writer => Write(writer, session));
    }

    private static void Write(Utf8JsonWriter writer, StoredSession session)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, GlobalId.Of(GlobalId.Session, session.Id));
        writer.WriteString("session_id"u8, session.SessionId);
        writer.WriteString("project_id"u8, GlobalId.Of(GlobalId.Project, session.ProjectId));
        PhoenixJson.WriteTime(writer, "start_time"u8, session.Traces.Select(trace => trace.StartUnixNanos).DefaultIfEmpty().Min());
        PhoenixJson.WriteTime(writer, "end_time"u8, session.Traces.Select(trace => trace.EndUnixNanos).DefaultIfEmpty().Max());
        writer.WriteStartArray("traces"u8);
        foreach (var trace in session.Traces)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, GlobalId.Of(GlobalId.Trace, trace.Id));
            writer.WriteString("trace_id"u8, trace.TraceId.ToString());
            PhoenixJson.WriteTime(writer, "start_time"u8, trace.StartUnixNanos);
            PhoenixJson.WriteTime(writer, "end_time"u8, trace.EndUnixNanos);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        PhoenixJson.WriteTokens(writer, session.Tokens);
        writer.WriteEndObject();
    }
}
