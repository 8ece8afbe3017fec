using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Protocol.Errors;

namespace Weir.Server.Endpoints;

/// <summary>What the APIs have and this version does not: answered by name, so that nobody looks for a wrong address.</summary>
internal static class NotBuiltEndpoints
{
    private static readonly string[] OpenRouter =
    [
        "completions", "responses", "messages", "embeddings", "rerank", "images", "audio", "videos", "files", "credits", "activity",
        "analytics", "auth", "benchmarks", "byok", "classifications", "datasets", "generation", "guardrails", "observability", "organization",
        "presets", "scim", "workspaces", "chat", "keys",
    ];

    // Phoenix's REST API; what of it is served is mapped before.
    private static readonly string[] Phoenix =
    [
        "projects", "traces", "spans", "span_annotations", "trace_annotations", "session_annotations", "document_annotations", "span_notes", "trace_notes",
        "session_notes", "annotation_configs", "sessions", "datasets", "dataset_labels", "experiments", "experiment_evaluations", "prompts", "prompt_versions",
        "users", "user", "system", "secrets", "agent_sessions",
    ];

    private static readonly string[] Roots = ["/api/beta/batches"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var served = new ServedMethods(routes);
        foreach (var path in OpenRouter)
        {
            Refuse(routes, "/api/v1/" + path, context => RefuseAsync(context, served));
            Refuse(routes, "/v1/" + path, RefuseAsync);
        }

        foreach (var path in Phoenix.Except(OpenRouter))
        {
            Refuse(routes, "/v1/" + path, RefuseAsync);
        }

        foreach (var path in Roots)
        {
            Refuse(routes, path, RefuseAsync);
        }

        _ = routes.MapFallback("/api/{**path}", NotFoundAsync);
        _ = routes.MapFallback("/v1/{**path}", NotFoundAsync);
    }

    // Below every address that is really served: an order behind theirs makes these the last choice.
    private static void Refuse(IEndpointRouteBuilder routes, string path, RequestDelegate refuse)
    {
        _ = routes.Map(path, refuse).WithOrder(1000);
        _ = routes.Map(path + "/{**rest}", refuse).WithOrder(1000);
    }

    // An address that is served, with a method that it does not take, is no operation that is to come.
    private static Task RefuseAsync(HttpContext context, ServedMethods served)
    {
        if (served.At(context.Request.Path) is not { Length: > 0 } methods)
        {
            return RefuseAsync(context);
        }

        var allowed = string.Join(", ", methods);
        context.Response.Headers.Allow = allowed;
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        return ErrorResponse.WriteAsync(context, GatewayError.Client(
            GatewayErrorCode.MethodNotAllowed, $"{context.Request.Method} is not possible at {context.Request.Path}; it takes {allowed}."));
    }

    private static Task RefuseAsync(HttpContext context) =>
        ErrorResponse.WriteAsync(context, GatewayError.NotBuilt($"{context.Request.Method} {context.Request.Path}"));

    private static Task NotFoundAsync(HttpContext context) => ErrorResponse.WriteAsync(
        context,
        GatewayError.Client(GatewayErrorCode.NotFound, $"There is no operation at {context.Request.Method} {context.Request.Path}. The API is under /api/v1."));
}
