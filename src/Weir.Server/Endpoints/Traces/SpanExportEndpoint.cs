using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Auth;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Traces;

/// <summary>
/// <c>GET /api/weir/spans/otlp?project=&amp;filter=&amp;limit=&amp;cursor=</c>: the spans of a project, newest received first, as a request of OTLP in JSON, with all that was
/// sent: <c>{"data":{"resourceSpans":[…]},"next_cursor":null}</c>.
/// </summary>
internal sealed class SpanExportEndpoint(Authorization authorization, ITraceStore store)
{
    private const int LargestPage = 1000;
    private const int UsualPage = 100;
    private const int FlushAfterBytes = 64 << 10;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/weir/spans/otlp", authorization.AnyKey(ExportAsync));

    private async Task ExportAsync(HttpContext context, Caller caller)
    {
        if (await SpanPageRequest.ReadAsync(context, caller, store, LargestPage, UsualPage) is not { } query)
        {
            return;
        }

        var page = await store.QuerySpansAsync(query, context.RequestAborted);
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartObject("data"u8);
        var request = new OtlpRequestWriter(writer);
        request.Start();
        foreach (var span in page.Spans)
        {
            request.Write(span.Row);
            if (writer.BytesPending + context.Response.BodyWriter.UnflushedBytes > FlushAfterBytes)
            {
                await writer.FlushAsync(context.RequestAborted);
                _ = await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            }
        }

        request.End();
        writer.WriteEndObject();
        writer.WriteString("next_cursor"u8, page.Next is { } next ? GlobalId.Of(GlobalId.SpanCursor, next.ToString()) : null);
        writer.WriteEndObject();
    }
}
