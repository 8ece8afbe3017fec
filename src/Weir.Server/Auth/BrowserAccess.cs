using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Weir.Gateway.ResponseCache;

namespace Weir.Server.Auth;

/// <summary>Lets pages of any origin call the API, with a key in a header and never with a cookie; the console's answers are for its own pages alone.</summary>
/// <remarks>
/// The framework's policy without the framework's middleware: that one is called through a compiled expression, which a start would have to load a compiler
/// for, and is a stop on the way of each request. Source: Fetch, CORS protocol, https://fetch.spec.whatwg.org/#http-cors-protocol.
/// </remarks>
internal static class BrowserAccess
{
    private static readonly CorsPolicy Everybody = new CorsPolicyBuilder()
        .AllowAnyOrigin()
        .AllowAnyHeader()
        .AllowAnyMethod()
        .WithExposedHeaders(["X-Generation-Id", "Retry-After", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", .. CacheHeaders.Names])
        .Build();

    public static void Use(IApplicationBuilder web)
    {
        var cors = web.ApplicationServices.GetRequiredService<ICorsService>();
        _ = web.Use(next => context => context.Request.Headers.Origin.Count == 0 || ConsoleRequest.Of(context) is not null ? next(context) : Answer(context, cors, next));
    }

    private static Task Answer(HttpContext context, ICorsService cors, RequestDelegate next)
    {
        var allowed = cors.EvaluatePolicy(context, Everybody);
        if (allowed.IsPreflightRequest)
        {
            cors.ApplyResult(allowed, context.Response);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        // When the answer starts: an error clears the headers that were set before.
        context.Response.OnStarting(
            static state =>
            {
                var (cors, allowed, response) = ((ICorsService, CorsResult, HttpResponse))state;
                cors.ApplyResult(allowed, response);
                return Task.CompletedTask;
            },
            (cors, allowed, context.Response));
        return next(context);
    }
}
