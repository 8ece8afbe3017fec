using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Traces;
using Weir.Server.Auth;
using Weir.Tracing.Content;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Traces;

/// <summary><c>GET /api/weir/spans?project=&amp;filter=&amp;limit=&amp;cursor=</c>: the spans of a project, newest received first.</summary>
internal sealed class SpanListEndpoint(Authorization authorization, ITraceStore store)
{
    private const int LargestPage = 200;
    private const int UsualPage = 50;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/weir/spans", authorization.AnyKey(ListAsync));

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        if (await SpanPageRequest.ReadAsync(context, caller, store, LargestPage, UsualPage) is not { } query)
        {
            return;
        }

        var page = await store.QuerySpansAsync(query, context.RequestAborted);
        var list = new SpanListResponse
        {
            Data = [.. page.Spans.Select(span => SpanRecords.Summarize(span.Row))],
            NextCursor = page.Next is { } next ? GlobalId.Of(GlobalId.SpanCursor, next.ToString()) : null,
            Scanned = page.Scanned,
            Unindexed = page.Unindexed,
            Total = await store.CountSpansAsync(caller.WorkspaceId, query.ProjectId, context.RequestAborted),
        };
        await WireResponse.WriteAsync(context, list, WireJson.Default.SpanListResponse);
    }
}
