using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Traces;
using Weir.Server.Auth;
using Weir.Tracing.Query;
using Weir.Tracing.Tree;

namespace Weir.Server.Endpoints.Traces;

/// <summary><c>GET /api/weir/traces?project=&amp;status=error&amp;filter=&amp;limit=&amp;cursor=</c>: the caller's traces, newest received first.</summary>
internal sealed class TraceListEndpoint(Authorization authorization, ITraceStore store)
{
    private const int LargestPage = 200;
    private const int UsualPage = 50;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/weir/traces", authorization.AnyKey(ListAsync));

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var text = new QueryText(context.Request.Query);
        var query = new TraceQuery
        {
            WorkspaceId = caller.WorkspaceId,
            FailedOnly = IsFailedOnly(text),
            Filter = FilterText.Read(text),
            Limit = text.Limit(LargestPage, UsualPage),
            After = Cursor(text),
        };
        if (text.Problem is { } problem)
        {
            await ErrorResponse.InvalidAsync(context, problem + ".");
            return;
        }

        if (text.One("project") is { } name)
        {
            if (await store.FindProjectAsync(caller.WorkspaceId, name, context.RequestAborted) is not { } project)
            {
                await ErrorResponse.NotFoundAsync(context, $"There is no project with the name '{name}'. GET /v1/projects lists them.");
                return;
            }

            query = query with { ProjectId = project.Id };
        }

        var page = await store.ListTracesAsync(query, context.RequestAborted);
        var list = new TraceListResponse
        {
            Data = [.. page.Traces.Select(TraceRecords.Summarize)],
            NextCursor = page.Next is { } next ? GlobalId.Of(GlobalId.TraceCursor, next) : null,
            Scanned = page.Scanned,
        };
        await WireResponse.WriteAsync(context, list, WireJson.Default.TraceListResponse);
    }

    private static bool IsFailedOnly(QueryText text)
    {
        if (text.One("status") is not { } status)
        {
            return false;
        }

        if (!string.Equals(status, "error", StringComparison.OrdinalIgnoreCase))
        {
            text.Refuse($"status '{status}' cannot be asked for; write status=error, or leave it out for all traces");
        }

        return true;
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
            text.Refuse($"cursor '{given}' is not one that this list gave out; take next_cursor of the page before");
        }

        return place;
    }
}
