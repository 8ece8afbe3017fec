using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Console;

/// <summary>Everything no API answers: the console's files, and its one page at every other address, so that a new page needs no line here.</summary>
internal sealed class PageEndpoints(ConsoleAssets assets, Func<ConsoleHosts> hosts)
{
    // No page is ever below these, so that a mistyped address of an API is not answered with HTML.
    private static readonly PathString[] Reserved = ["/api", "/v1", ConsoleGate.Prefix, "/auth", "/assets", "/metrics", "/healthz", "/readyz"];

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithOrder(int.MaxValue);

    private Task AnswerAsync(HttpContext context)
    {
        if (assets.Find(context.Request.Path.Value ?? "") is { } asset)
        {
            return AssetResponse.WriteAsync(context, asset);
        }

        if (!IsPage(context.Request))
        {
            return PlainText.WriteAsync(context, StatusCodes.Status404NotFound, $"There is nothing at {context.Request.Path}.");
        }

        if (assets.Index is not { } index)
        {
            return NoConsoleText.WriteAsync(context, assets.MissingBecause);
        }

        return hosts().Allows(context.Request.Host)
            ? index.WriteAsync(context)
            : PlainText.WriteAsync(context, StatusCodes.Status403Forbidden, ConsoleHosts.Refusal(context.Request.Host).Message);
    }

    // A dot is a file's name, unless a browser asks for a page: /models/openai/gpt-4.1 is one.
    private static bool IsPage(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        var lastSegment = path.AsSpan(path.LastIndexOf('/') + 1);
        return !Array.Exists(Reserved, reserved => request.Path.StartsWithSegments(reserved))
            && (!lastSegment.Contains('.') || request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));
    }
}
