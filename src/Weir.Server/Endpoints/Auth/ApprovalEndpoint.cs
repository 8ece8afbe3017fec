using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Authorizations;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Authorizations;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Auth;

/// <summary>What the button of the consent page does: issues a code for a key of the approving operator's workspace.</summary>
internal sealed class ApprovalEndpoint(AuthorizationRegistrar registrar, ManagementEdge edge)
{
    private const int LongestLabel = 100;

    public void Map(IEndpointRouteBuilder routes) => edge.Post(routes, "/api/weir/authorizations", ApproveAsync);

    private async Task ApproveAsync(HttpContext context, Caller caller)
    {
        var body = await ManagementBody.ReadAsync(context, "callback_url", "code_challenge", "code_challenge_method", "key_label", "limit", "limit_reset");
        var callback = ConsentCallback.Read(body.Text("callback_url") ?? "", body.Text("code_challenge") ?? "");
        var draft = new KeyDraft
        {
            Name = body.Text("key_label", LongestLabel) is { Length: > 0 } label ? label : callback?.Name ?? ConsentCallback.Headless,
            WorkspaceId = caller.WorkspaceId,
            Limit = body.Money("limit"),
            LimitReset = body.Reset(),
        };
        var challenge = ChallengeReader.Challenge(body.Text("code_challenge"), ConsentCallback.Text(body.Text("code_challenge_method")));
        var issued = await registrar.IssueAsync(draft, challenge, context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new DataResponse<ConsentRecord>(new ConsentRecord(issued.Code, callback?.With(issued.Code))),
            WireJson.Default.DataResponseConsentRecord,
            StatusCodes.Status201Created);
    }
}
