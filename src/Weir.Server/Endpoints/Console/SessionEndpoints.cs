using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Sessions;
using Weir.Protocol;
using Weir.Protocol.Console;
using Weir.Protocol.Primitives;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Console;

/// <summary>Signing in to the console, seeing who is signed in, and signing out; all of it behind <see cref="ConsoleGate"/>.</summary>
internal sealed class SessionEndpoints(SessionRegistrar sessions, SignIn signIn, ManagementEdge edge)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost(ConsoleGate.SessionPath, edge.GuardOpen(SignInAsync));
        _ = routes.MapGet(ConsoleGate.SessionPath, ShowAsync);
        _ = routes.MapDelete(ConsoleGate.SessionPath, edge.GuardOpen(SignOutAsync));
    }

    private async Task SignInAsync(HttpContext context)
    {
        var opened = await signIn.OpenAsync(context);

        // The browser forgets the cookie of the session before, so nobody could end it any more.
        if (ConsoleRequest.Of(context)?.Session is { } before)
        {
            await sessions.EndAsync(before.Row.Hash, context.RequestAborted);
        }

        SessionCookie.Write(context, opened.Token, opened.Session.Row.ExpiresAt - opened.Session.Row.CreatedAt);
        await WriteAsync(context, opened.Session);
    }

    // Nobody is signed in: an answer and not an error, which a browser would write into its log at every first visit.
    private static Task ShowAsync(HttpContext context) => WriteAsync(context, ConsoleRequest.Of(context)?.Session);

    private async Task SignOutAsync(HttpContext context)
    {
        if (ConsoleRequest.Of(context)?.Session is { } session)
        {
            await sessions.EndAsync(session.Row.Hash, context.RequestAborted);
        }

        SessionCookie.Clear(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task WriteAsync(HttpContext context, OpenSession? session) => WireResponse.WriteAsync(
        context,
        new DataResponse<SessionRecord?>(session is null ? null : RecordOf(session)),
        WireJson.Default.DataResponseSessionRecord!);

    private static SessionRecord RecordOf(OpenSession session) => new()
    {
        SignedInBy = session.Row.KeyHash is null ? "link" : "key",
        Label = session.Caller.Key.Label,
        ExpiresAt = WireTime.Format(session.Row.ExpiresAt),
    };
}
