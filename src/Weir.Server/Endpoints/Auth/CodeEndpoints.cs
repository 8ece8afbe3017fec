using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Authorizations;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Authorizations;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Auth;

/// <summary>Issues authorization codes to callers, and exchanges codes for keys.</summary>
internal sealed class CodeEndpoints(AuthorizationRegistrar registrar, Authorization authorization, ManagementEdge edge)
{
    private const string Path = "/api/v1/auth/keys";
    private const int LongestLabel = 100;

    // Behind the POST, before what says that an operation is not there.
    private const int OtherMethods = 500;

    private static readonly GatewayError OnlyPost = GatewayError.Client(GatewayErrorCode.MethodNotAllowed, "An authorization code is exchanged with POST.");

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost(Path, edge.GuardOpen(ExchangeAsync));
        _ = routes.Map(Path, context => ErrorResponse.WriteAsync(context, OnlyPost)).WithOrder(OtherMethods);
        KeyOnly.Require(routes.MapPost(Path + "/code", authorization.AnyKey((context, caller) => edge.GuardOpen(_ => IssueAsync(context, caller))(context))));
    }

    private async Task ExchangeAsync(HttpContext context)
    {
        using var document = await ManagementEdge.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        var method = ChallengeReader.Method(body.Text("code_challenge_method"));
        var redemption = await registrar.RedeemAsync(body.Text("code") ?? throw Refused(GatewayErrorCode.InvalidRequest, "'code' is missing."), body.Text("code_verifier"), method, context.RequestAborted);
        if (redemption.Failure is { } failure)
        {
            throw failure switch
            {
                RedeemFailure.OtherMethod => Refused(GatewayErrorCode.InvalidRequest, "Invalid code_challenge_method"),
                RedeemFailure.Expired => Refused(GatewayErrorCode.PermissionDenied, "Authorization code expired"),
                _ => Refused(GatewayErrorCode.PermissionDenied, "Invalid code or code_verifier"),
            };
        }

        context.Response.Headers.CacheControl = "no-store";
        await WireResponse.WriteAsync(context, new ExchangedKeyResponse(redemption.Text!, redemption.Key!.CreatorUserId), WireJson.Default.ExchangedKeyResponse);
    }

    private async Task IssueAsync(HttpContext context, Caller caller)
    {
        RequireInference(caller);
        using var document = await ManagementEdge.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        var callback = CallbackAddress.Read(body.Text("callback_url") ?? "", out var problem) ?? throw Refused(GatewayErrorCode.InvalidRequest, problem);
        var draft = new KeyDraft
        {
            Name = body.Text("key_label", LongestLabel) is { Length: > 0 } label ? label : callback.Name,
            WorkspaceId = WorkspaceOf(body, caller),
            Limit = body.Money("limit"),
            LimitReset = body.Reset("usage_limit_type"),
            ExpiresAt = ExpiryOf(body.Time("expires_at"), caller),
            CreatorUserId = caller.Key.CreatorUserId,
        };
        var issued = await registrar.IssueAsync(draft, ChallengeReader.Challenge(body.Text("code_challenge"), body.Text("code_challenge_method")), context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        await WireResponse.WriteAsync(
            context,
            new DataResponse<AuthorizationCodeRecord>(new AuthorizationCodeRecord { Id = issued.Code, AppId = callback.AppId, CreatedAt = WireTime.Format(issued.CreatedAt) }),
            WireJson.Default.DataResponseAuthorizationCodeRecord);
    }

    // What a key may make must not allow more than the key itself.
    private static void RequireInference(Caller caller)
    {
        if (caller.Key.Kind == KeyKind.Management)
        {
            throw Refused(GatewayErrorCode.PermissionDenied, "Authorization codes are issued to inference keys. A management key makes keys with POST /api/v1/keys.");
        }

        if (caller.Key.Limit is not null)
        {
            throw Refused(GatewayErrorCode.PermissionDenied, "This key has a spending limit, so it cannot make further keys. Use one without a limit, or POST /api/v1/keys with a management key.");
        }
    }

    private static Guid WorkspaceOf(ManagementBody body, Caller caller) => body.Text("workspace_id") is not { } text || (Guid.TryParse(text, out var id) && id == caller.WorkspaceId)
        ? caller.WorkspaceId
        : throw Refused(GatewayErrorCode.PermissionDenied, $"This key belongs to another workspace than '{text}'. Leave 'workspace_id' out.");

    private static DateTimeOffset? ExpiryOf(DateTimeOffset? asked, Caller caller) => asked is null || caller.Key.ExpiresAt < asked ? caller.Key.ExpiresAt ?? asked : asked;

    private static GatewayException Refused(GatewayErrorCode code, string message) => new(GatewayError.Client(code, message));
}
