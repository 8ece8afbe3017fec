using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Authorizations;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Authorizations;
using Weir.Protocol.Primitives;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Auth;

/// <summary>Issues authorization codes to callers.</summary>
internal sealed class CodeEndpoint(AuthorizationRegistrar registrar, Authorization authorization, ManagementEdge edge)
{
    private const int LongestLabel = 100;

    public void Map(IEndpointRouteBuilder routes) =>
        KeyOnly.Require(routes.MapPost("/api/v1/auth/keys/code", authorization.AnyKey((context, caller) => edge.GuardOpen(_ => IssueAsync(context, caller))(context))));

    private async Task IssueAsync(HttpContext context, Caller caller)
    {
        RequireInference(caller);
        using var document = await ManagementBody.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        var callback = CallbackAddress.Read(body.Text("callback_url") ?? "", out var problem) ?? throw Refusal.Invalid(problem);
        var draft = new KeyDraft
        {
            Name = body.Text("key_label", LongestLabel) is { Length: > 0 } label ? label : callback.Name,
            WorkspaceId = WorkspaceOf(body, caller),
            Limit = body.Money("limit"),
            LimitReset = body.Reset("usage_limit_type"),
            ExpiresAt = ExpiryOf(body.Time("expires_at"), caller),
            CreatorUserId = caller.Key.CreatorUserId,
        };
        var challenge = ChallengeReader.Challenge(body.Text("code_challenge"), body.Text("code_challenge_method"));
        var issued = await registrar.IssueAsync(draft, challenge, context.RequestAborted);
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
            throw Refusal.Denied("Authorization codes are issued to inference keys. A management key makes keys with POST /api/v1/keys.");
        }

        if (caller.Key.Limit is not null)
        {
            throw Refusal.Denied(
                "This key has a spending limit, so it cannot make further keys. Use one without a limit, or POST /api/v1/keys with a management key.");
        }
    }

    private static Guid WorkspaceOf(ManagementBody body, Caller caller) => body.Text("workspace_id") is not { } text || (Guid.TryParse(text, out var id) && id == caller.WorkspaceId)
        ? caller.WorkspaceId
        : throw Refusal.Denied($"This key belongs to another workspace than '{text}'. Leave 'workspace_id' out.");

    private static DateTimeOffset? ExpiryOf(DateTimeOffset? asked, Caller caller) => asked is null || caller.Key.ExpiresAt < asked ? caller.Key.ExpiresAt ?? asked : asked;
}
