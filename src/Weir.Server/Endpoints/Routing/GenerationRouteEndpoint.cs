using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Primitives;
using Weir.Protocol.Routing;
using Weir.Server.Auth;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Routing;

/// <summary><c>GET /api/weir/generations/{id}/route</c>: the plan and the attempts of one exchange, for the keys of its workspace and for management keys.</summary>
internal sealed class GenerationRouteEndpoint(Authorization authorization, ILedgerStore ledger, ITraceStore traces)
{
    private readonly GatewaySpanReader _spans = new(traces);

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/weir/generations/{id}/route", authorization.AnyKey(ShowAsync));

    private async Task ShowAsync(HttpContext context, Caller caller)
    {
        var id = (string)context.Request.RouteValues["id"]!;

        // A management key acts for every workspace.
        Guid? workspace = caller.Key.Kind == KeyKind.Management ? null : caller.WorkspaceId;
        if (await ledger.FindGenerationAsync(new GenerationId(id), workspace, context.RequestAborted) is not { } row)
        {
            await ErrorResponse.NotFoundAsync(context, $"There is no generation '{id}'.");
            return;
        }

        var (span, attempts) = await _spans.ReadAsync(row, context.RequestAborted);
        var record = GenerationRouteRecords.Of(row, span, attempts);
        await WireResponse.WriteAsync(context, new DataResponse<GenerationRouteRecord>(record), WireJson.Default.DataResponseGenerationRouteRecord);
    }
}
