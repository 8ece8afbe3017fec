using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Phoenix's <c>GET /v1/projects/{id or name}/spans/otlpv1</c>: the list of spans in the form of OTLP.</summary>
internal sealed class OtlpSpanEndpoint(PhoenixEdge edge, ProjectFinder projects, ITraceStore store)
{
    private const int FlushAfterBytes = 64 << 10;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/projects/{project_identifier}/spans/otlpv1", edge.AnyKey(ListAsync));

    private async Task ListAsync(HttpContext context, Caller caller)
    {
        var project = await projects.FindAsync(context, caller);
        var text = new QueryText(context.Request.Query);
        var query = SpanQueryText.Read(text, project);
        ProjectFinder.Require(text);
        var page = await store.QuerySpansAsync(query, context.RequestAborted);
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartArray("data"u8);
        foreach (var span in page.Spans)
        {
            OtlpSpanWriter.Write(writer, span.Row);
            if (writer.BytesPending + context.Response.BodyWriter.UnflushedBytes > FlushAfterBytes)
            {
                await writer.FlushAsync(context.RequestAborted);
                _ = await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            }
        }

        writer.WriteEndArray();
        writer.WriteString("next_cursor"u8, page.Next is { } next ? GlobalId.Of(GlobalId.SpanCursor, next.ToString()) : null);
        writer.WriteEndObject();
    }
}
