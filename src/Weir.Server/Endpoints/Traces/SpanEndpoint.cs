using System.Globalization;
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

/// <summary><c>GET /api/weir/traces/{trace_id}/spans/{span_id}?text_limit=</c>: everything that is kept of one span, long texts cut.</summary>
internal sealed class SpanEndpoint(Authorization authorization, ITraceStore store)
{
    private const int UsualTextLimit = 65_536;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/weir/traces/{trace_id}/spans/{span_id}", authorization.AnyKey(ShowAsync));

    private async Task ShowAsync(HttpContext context, Caller caller)
    {
        var text = new QueryText(context.Request.Query);
        var limit = TextLimit(text);
        if (!TraceIds.TryReadTrace(context, out var trace, out var problem) || !TraceIds.TryReadSpan(context, out var span, out problem))
        {
            await ErrorResponse.InvalidAsync(context, problem);
            return;
        }

        if (text.Problem is { } wrong)
        {
            await ErrorResponse.InvalidAsync(context, wrong + ".");
            return;
        }

        if (await store.FindSpanAsync(new SpanKey(caller.WorkspaceId, trace, span), context.RequestAborted) is not { } stored)
        {
            await ErrorResponse.NotFoundAsync(context, $"There is no span {span} in trace {trace} of this workspace. It may not have arrived yet.");
            return;
        }

        await WireResponse.StreamAsync(context, new DataResponse<SpanRecord>(SpanRecords.Of(stored.Row, limit)), WireJson.Default.DataResponseSpanRecord);
    }

    private static int TextLimit(QueryText text)
    {
        if (text.One("text_limit") is not { } given)
        {
            return UsualTextLimit;
        }

        if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
        {
            text.Refuse($"text_limit '{given}' is not a whole number of characters; write 0 for texts in full, or leave it out for {UsualTextLimit}");
        }

        return limit;
    }
}
