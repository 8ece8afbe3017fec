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

/// <summary><c>GET /api/weir/traces/{trace_id}</c>: one trace as a tree, without what its spans hold.</summary>
internal sealed class TraceEndpoint(Authorization authorization, ITraceStore store)
{
    private const int MostSpans = 50_000;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/weir/traces/{trace_id}", authorization.AnyKey(ShowAsync));

    private async Task ShowAsync(HttpContext context, Caller caller)
    {
        if (!TraceIds.TryReadTrace(context, out var id, out var problem))
        {
            await ErrorResponse.InvalidAsync(context, problem);
            return;
        }

        if (await store.FindTraceAsync(caller.WorkspaceId, id, MostSpans, context.RequestAborted) is not { } trace)
        {
            await ErrorResponse.NotFoundAsync(context, $"There is no trace {id} in this workspace. Its spans may not have arrived yet.");
            return;
        }

        await WireResponse.StreamAsync(context, new DataResponse<TraceRecord>(TraceRecords.Of(trace)), WireJson.Default.DataResponseTraceRecord);
    }
}
