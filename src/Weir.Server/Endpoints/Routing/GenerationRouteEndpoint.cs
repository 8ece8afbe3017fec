using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger;
using Weir.Ledger.Keys;
using Weir.Ledger.Records;
using Weir.Protocol;
using Weir.Protocol.Primitives;
using Weir.Protocol.Routing;
using Weir.Server.Auth;
using Weir.Tracing.Model;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Routing;

/// <summary><c>GET /api/weir/generations/{id}/route</c>: the plan and the attempts of one exchange, for the keys of its workspace and for management keys.</summary>
internal sealed class GenerationRouteEndpoint(Authorization authorization, ILedgerStore ledger, ITraceStore traces)
{
    // Attempts are stored with the gateway's span: of a trace of many calls those are among the last, or the first.
    private const int MostSpans = 5_000;

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

        var (span, attempts) = await ReadAsync(row, context.RequestAborted);
        var record = GenerationRouteRecords.Of(row, span, attempts);
        await WireResponse.WriteAsync(context, new DataResponse<GenerationRouteRecord>(record), WireJson.Default.DataResponseGenerationRouteRecord);
    }

    // The gateway's span and those right below it, as far as they are kept.
    private async Task<(SpanRow? Span, IReadOnlyList<SpanOutline> Attempts)> ReadAsync(GenerationRow row, CancellationToken cancellationToken)
    {
        if (!TraceId.TryParse(row.TraceId, out var trace) || !SpanId.TryParse(row.SpanId, out var span))
        {
            return (null, []);
        }

        var stored = await traces.FindSpanAsync(new SpanKey(row.WorkspaceId, trace, span), cancellationToken);
        if (stored is null)
        {
            return (null, []);
        }

        var outline = await traces.FindTraceAsync(row.WorkspaceId, trace, MostSpans, cancellationToken);
        return (stored.Row, [.. (outline?.Spans ?? []).Where(one => one.ParentSpanId == span && one.Name.StartsWith("attempt ", StringComparison.Ordinal)).OrderBy(one => one.StartUnixNanos)]);
    }
}
