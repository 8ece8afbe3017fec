using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Stages;
using Weir.Ledger.Keys;
using Weir.Ledger.Sessions;
using Weir.Protocol;
using Weir.Protocol.Console;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Console;

/// <summary>Signing in to the console, seeing who is signed in, and signing out; all of it behind <see cref="ConsoleGate"/>.</summary>
internal sealed class SessionEndpoints(SessionRegistrar sessions, KeyDirectory keys, ManagementEdge edge, TimeProvider time)
{
    private static readonly GatewayError NotForInference = GatewayError.Client(
        GatewayErrorCode.PermissionDenied,
        "This is an inference key. Sign in with a management key, or run ./weir login for a link.");

    private static readonly GatewayError NoLink = GatewayError.Client(
        GatewayErrorCode.Unauthenticated,
        "This sign-in link has been used or has expired. Run ./weir login for a new one.");

    private static readonly GatewayError OneOfTwo = GatewayError.Client(
        GatewayErrorCode.InvalidRequest,
        "Send a management key, { \"key\": \"sk-or-v1-…\" }, or the token of a sign-in link, { \"token\": \"…\" }, and not both.");

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost(ConsoleGate.SessionPath, edge.GuardOpen(SignInAsync));
        _ = routes.MapGet(ConsoleGate.SessionPath, ShowAsync);
        _ = routes.MapDelete(ConsoleGate.SessionPath, edge.GuardOpen(SignOutAsync));
    }

    private async Task SignInAsync(HttpContext context)
    {
        using var document = await ManagementEdge.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("key", "token");
        var opened = (body.Text("key"), body.Text("token")) switch
        {
            ({ } key, null) => await sessions.OpenAsync(Manager(key), context.RequestAborted),
            (null, { } token) => await sessions.RedeemAsync(token, context.RequestAborted) ?? throw new GatewayException(NoLink),
            _ => throw new GatewayException(OneOfTwo),
        };

        // The browser forgets the cookie of the session before, so nobody could end it any more.
        if (ConsoleRequest.Of(context)?.Session is { } before)
        {
            await sessions.EndAsync(before.Row.Hash, context.RequestAborted);
        }

        SessionCookie.Write(context, opened.Token, opened.Session.Row.ExpiresAt - opened.Session.Row.CreatedAt);
        await WriteAsync(context, opened.Session);
    }

    private static Task ShowAsync(HttpContext context) => ConsoleRequest.Of(context)?.Session is { } session
        ? WriteAsync(context, session)
        : ErrorResponse.WriteAsync(context, ConsoleGate.NotSignedIn);

    private async Task SignOutAsync(HttpContext context)
    {
        if (ConsoleRequest.Of(context)?.Session is { } session)
        {
            await sessions.EndAsync(session.Row.Hash, context.RequestAborted);
        }

        SessionCookie.Clear(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private Caller Manager(string key)
    {
        var caller = keys.Authenticate(key.Trim(), time.GetUtcNow()) ?? throw new GatewayException(AuthenticateStage.UnknownKey);
        return caller.Key.Kind == KeyKind.Management ? caller : throw new GatewayException(NotForInference);
    }

    private static Task WriteAsync(HttpContext context, OpenSession session) => WireResponse.WriteAsync(
        context,
        new DataResponse<SessionRecord>(new SessionRecord
        {
            SignedInBy = session.Row.KeyHash is null ? "link" : "key",
            Label = session.Caller.Key.Label,
            ExpiresAt = WireTime.Format(session.Row.ExpiresAt),
        }),
        WireJson.Default.DataResponseSessionRecord);
}
