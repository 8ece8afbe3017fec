using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Keys;
using Weir.Ledger.Sessions;
using Weir.Protocol;
using Weir.Protocol.Console;
using Weir.Protocol.Primitives;
using Weir.Server.Auth;
using Weir.Server.Configuration;
using Weir.Server.Endpoints.Auth;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Console;

/// <summary>Signing in to the console, seeing who is signed in, and signing out; all of it behind <see cref="ConsoleGate"/>.</summary>
internal sealed class SessionEndpoints(SessionRegistrar sessions, SignIn signIn, Func<OidcConfiguration?> oidc, ManagementEdge edge)
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
    private Task ShowAsync(HttpContext context) => WriteAsync(context, ConsoleRequest.Of(context)?.Session);

    private async Task SignOutAsync(HttpContext context)
    {
        if (ConsoleRequest.Of(context)?.Session is { } session)
        {
            await sessions.EndAsync(session.Row.Hash, context.RequestAborted);
        }

        SessionCookie.Clear(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private Task WriteAsync(HttpContext context, OpenSession? session) => WireResponse.WriteAsync(
        context,
        new SessionResponse(
            session is null ? null : RecordOf(session),
            oidc() is { } provider ? new IdentityProviderRecord(provider.Name, OidcEndpoints.BeginPath) : null),
        WireJson.Default.SessionResponse);

    private static SessionRecord RecordOf(OpenSession session) => new()
    {
        SignedInBy = session.Caller.User is not null ? "user" : session.Row.KeyHash is null ? "link" : "key",
        Label = session.Caller.Key.Label,
        UserId = session.Caller.User?.Id,
        IsAdmin = session.Caller.Key.Kind == KeyKind.Management,
        WorkspaceId = session.Caller.WorkspaceId.ToString(),
        ExpiresAt = WireTime.Format(session.Row.ExpiresAt),
    };
}
