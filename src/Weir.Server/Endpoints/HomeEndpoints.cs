using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Weir.Server.Endpoints;

/// <summary>The addresses of the console, as long as it is not there: plain words on how to get at the same facts.</summary>
internal static class HomeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/", context => WriteAsync(
            context,
            """
            Weir is running. The console is not part of this version; everything is on the API.

              call a model    POST /api/v1/chat/completions   (any OpenAI or OpenRouter client, base URL: this address + /api/v1)
              list models     GET  /api/v1/models
              send spans      POST /v1/traces                 (OTLP over HTTP)
              read spans      GET  /v1/projects/gateway/spans
              metrics         GET  /metrics
            """));
        _ = routes.MapGet("/traces/{traceId:length(32)}", context => WriteAsync(
            context,
            $"""
            The trace page is not part of this version. Read the trace with a key:

              curl -H "Authorization: Bearer $KEY" "{context.Request.Scheme}://{context.Request.Host}/v1/projects/PROJECT/spans?trace_id={context.Request.RouteValues["traceId"]}"

            PROJECT is the one the trace was sent to; GET /v1/projects lists them.
            """));
    }

    private static Task WriteAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(text + "\n", context.RequestAborted);
    }
}
