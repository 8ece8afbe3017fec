using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Authorizations;
using Weir.Protocol;
using Weir.Protocol.Authorizations;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Auth;

/// <summary>Exchanges authorization codes for keys.</summary>
internal sealed class ExchangeEndpoint(AuthorizationRegistrar registrar, ManagementEdge edge)
{
    private const string Path = "/api/v1/auth/keys";

    // Behind the POST, before what says that an operation is not there.
    private const int OtherMethods = 500;

    private static readonly GatewayError OnlyPost = GatewayError.Client(GatewayErrorCode.MethodNotAllowed, "An authorization code is exchanged with POST.");

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapPost(Path, edge.GuardOpen(ExchangeAsync));
        _ = routes.Map(Path, RefuseAsync).WithOrder(OtherMethods);
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.Allow = HttpMethods.Post;
        return ErrorResponse.WriteAsync(context, OnlyPost);
    }

    private async Task ExchangeAsync(HttpContext context)
    {
        using var document = await ManagementBody.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        var method = ChallengeReader.Method(body.Text("code_challenge_method"));
        var code = body.Text("code") ?? throw Refusal.Invalid("'code' is missing.");
        var redemption = await registrar.RedeemAsync(code, body.Text("code_verifier"), method, context.RequestAborted);
        if (redemption.Failure is { } failure)
        {
            throw failure switch
            {
                RedeemFailure.OtherMethod => Refusal.Invalid("Invalid code_challenge_method"),
                RedeemFailure.Expired => Refusal.Denied("Authorization code expired"),
                _ => Refusal.Denied("Invalid code or code_verifier"),
            };
        }

        context.Response.Headers.CacheControl = "no-store";
        await WireResponse.WriteAsync(context, new ExchangedKeyResponse(redemption.Text!, redemption.Key!.CreatorUserId), WireJson.Default.ExchangedKeyResponse);
    }
}
