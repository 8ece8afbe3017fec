using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Weir.Ledger.Sessions;
using Weir.Ledger.Workspaces;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints;

namespace Weir.Server.Auth;

/// <summary>The one way in for the console: the API under <c>/console</c>, for requests of its own pages with its cookie.</summary>
/// <remarks>
/// Stands before routing and CORS. What passes goes on as the same operation without the prefix, with a <see cref="ConsoleRequest"/>
/// instead of a key. A cookie is read here and nowhere else, so that no other site's page can use one against the public API.
/// </remarks>
internal sealed class ConsoleGate(SessionRegistrar sessions, WorkspaceDirectory workspaces, Func<ConsoleHosts> hosts)
{
    public const string Prefix = "/console";
    public const string SessionPath = "/console/session";

    /// <summary>Names the workspace that a user's session is to act in: its id or its slug.</summary>
    public const string WorkspaceHeader = "x-weir-workspace";

    private const string SameOrigin = "same-origin";
    private static readonly PathString[] Areas = ["/api", "/v1"];

    private static readonly GatewayError NotABrowser = Refusal(
        "The console's addresses answer its own pages alone: Sec-Fetch-Site is missing. Use a current browser, over https or on a loopback address such as http://127.0.0.1. "
        + "Programs use the same operations without /console, with a key.");

    public static GatewayError NotSignedIn { get; } = GatewayError.Client(
        GatewayErrorCode.Unauthenticated,
        "You are not signed in, or the session has ended. Sign in again, or run ./weir login for a link.");

    private static readonly GatewayError NotYours = Refusal("You are not a member of the workspace that x-weir-workspace names, or there is none.");

    public void Use(IApplicationBuilder web) => web.Use(next => context =>
        context.Request.Path.StartsWithSegments(Prefix, out var rest) ? PassAsync(context, rest, next) : next(context));

    private async Task PassAsync(HttpContext context, PathString rest, RequestDelegate next)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (Check(context.Request) is { } refusal)
        {
            await ErrorResponse.WriteAsync(context, refusal);
            return;
        }

        var session = await sessions.FindAsync(SessionCookie.Read(context.Request), context.RequestAborted);
        var isSession = context.Request.Path.Equals(SessionPath, StringComparison.OrdinalIgnoreCase);
        if (!isSession)
        {
            if (Refuse(context.Request, rest, session) is { } refused)
            {
                await ErrorResponse.WriteAsync(context, refused);
                return;
            }

            if (InWorkspace(session!, context.Request) is not { } there)
            {
                await ErrorResponse.WriteAsync(context, NotYours);
                return;
            }

            session = there;
            context.Request.PathBase = context.Request.PathBase.Add(Prefix);
            context.Request.Path = rest;
        }

        Withdraw(context.Request);
        context.Features.Set(new ConsoleRequest(session));
        await next(context);
    }

    // Null: the workspace that is asked for is not one of the session's.
    private OpenSession? InWorkspace(OpenSession session, HttpRequest request)
    {
        if (!request.Headers.TryGetValue(WorkspaceHeader, out var asked))
        {
            return session;
        }

        return workspaces.Find(asked.ToString()) is { } workspace ? sessions.In(session, workspace.Id) : null;
    }

    // Null: sent by a page of the console.
    private GatewayError? Check(HttpRequest request)
    {
        if (!hosts().Allows(request.Host))
        {
            return ConsoleHosts.Refusal(request.Host);
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site != SameOrigin)
        {
            return site.Length == 0 ? NotABrowser : Refusal($"The console's addresses answer its own pages alone: Sec-Fetch-Site is '{site}', not '{SameOrigin}'.");
        }

        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return reads || IsJson(request.ContentType)
            ? null
            : Refusal($"Content-Type is '{request.ContentType}'; under /console every {request.Method} is sent with Content-Type: application/json.");
    }

    private static GatewayError? Refuse(HttpRequest request, PathString rest, OpenSession? session)
    {
        if (session is null)
        {
            return NotSignedIn;
        }

        return Array.Exists(Areas, area => rest.StartsWithSegments(area))
            ? null
            : GatewayError.Client(GatewayErrorCode.NotFound, $"There is no operation at {request.Method} {request.Path}. The console's API is under /console/api and /console/v1.");
    }

    // Nothing behind the gate can mistake a header for who is calling.
    private static void Withdraw(HttpRequest request)
    {
        _ = request.Headers.Remove(HeaderNames.Cookie);
        foreach (var name in RequestAuthenticator.KeyHeaders)
        {
            _ = request.Headers.Remove(name);
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static GatewayError Refusal(string message) => GatewayError.Client(GatewayErrorCode.PermissionDenied, message);
}
