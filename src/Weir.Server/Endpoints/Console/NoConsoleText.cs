using Microsoft.AspNetCore.Http;
using Weir.Tracing.Model;

namespace Weir.Server.Endpoints.Console;

/// <summary>What a server without the console answers in its place: plain words on how to get it, and at the same facts meanwhile.</summary>
internal static class NoConsoleText
{
    private const string TracesFolder = "/traces/";

    public static Task WriteAsync(HttpContext context, string missingBecause)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path == "/")
        {
            return PlainText.WriteAsync(context, StatusCodes.Status200OK, Home(missingBecause));
        }

        return path.StartsWith(TracesFolder, StringComparison.Ordinal) && TraceId.TryParse(path.AsSpan(TracesFolder.Length), out _)
            ? PlainText.WriteAsync(context, StatusCodes.Status200OK, Trace(context.Request, path[TracesFolder.Length..], missingBecause))
            : PlainText.WriteAsync(context, StatusCodes.Status404NotFound, $"There is no page at {path}.\n\n{HowToGetIt(missingBecause)}");
    }

    private static string Home(string missingBecause) => $"""
        Weir is running.

          call a model    POST /api/v1/chat/completions   (any OpenAI or OpenRouter client, base URL: this address + /api/v1)
          list models     GET  /api/v1/models
          send spans      POST /v1/traces                 (OTLP over HTTP)
          read spans      GET  /v1/projects/gateway/spans
          make keys       POST /api/v1/keys               (with the management key)
          metrics         GET  /metrics

        {HowToGetIt(missingBecause)}
        """;

    private static string Trace(HttpRequest request, string traceId, string missingBecause) => $"""
        The trace can be read over the API, with a key:

          curl -H "Authorization: Bearer $KEY" "{request.Scheme}://{request.Host}/v1/projects/PROJECT/spans?trace_id={traceId}"

        PROJECT is the one the trace was sent to; GET /v1/projects lists them.

        {HowToGetIt(missingBecause)}
        """;

    private static string HowToGetIt(string missingBecause) =>
        $"This server was built without the console. {missingBecause} Install Node.js 20 or newer and run ./weir again: it builds the console with the server.";
}
