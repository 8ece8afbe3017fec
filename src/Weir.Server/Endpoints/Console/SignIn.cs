using Microsoft.AspNetCore.Http;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Stages;
using Weir.Ledger.Keys;
using Weir.Ledger.Sessions;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Console;

/// <summary>Opens a session for whoever shows a management key or the token of a sign-in link.</summary>
internal sealed class SignIn(SessionRegistrar sessions, KeyDirectory keys, TimeProvider time)
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

    /// <exception cref="GatewayException">400 for another body; 401 or 403 when what it shows lets nobody in.</exception>
    public async Task<NewSession> OpenAsync(HttpContext context)
    {
        using var document = await ManagementBody.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("key", "token");
        return (body.Text("key"), body.Text("token")) switch
        {
            ({ } key, null) => await sessions.OpenAsync(Manager(key), context.RequestAborted),
            (null, { } token) => await sessions.RedeemAsync(token, context.RequestAborted) ?? throw new GatewayException(NoLink),
            _ => throw new GatewayException(OneOfTwo),
        };
    }

    private Caller Manager(string key)
    {
        var caller = keys.Authenticate(key.Trim(), time.GetUtcNow()) ?? throw new GatewayException(AuthenticateStage.UnknownKey);
        return caller.Key.Kind == KeyKind.Management ? caller : throw new GatewayException(NotForInference);
    }
}
