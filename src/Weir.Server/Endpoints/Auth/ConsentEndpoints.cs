using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Authorizations;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Authorizations;
using Weir.Protocol.Errors;
using Weir.Server.Auth;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Auth;

/// <summary>The consent page of the PKCE flow, and what its button does.</summary>
internal sealed class ConsentEndpoints(AuthorizationRegistrar registrar, Func<ConsoleHosts> hosts, ManagementEdge edge)
{
    private const int LongestLabel = 100;
    private const string Headless = "An application";

    public void Map(IEndpointRouteBuilder routes)
    {
        _ = routes.MapGet("/auth", AskAsync);
        _ = routes.MapPost("/api/weir/authorizations", edge.Guard(ApproveAsync));
    }

    private Task AskAsync(HttpContext context)
    {
        if (!hosts().Allows(context.Request.Host))
        {
            return ConsentPage.RefuseAsync(context, StatusCodes.Status403Forbidden, ConsoleHosts.Refusal(context.Request.Host).Message);
        }

        var query = context.Request.Query;
        try
        {
            var callback = CallbackOf(query["callback_url"].ToString(), query["code_challenge"].ToString());
            _ = ChallengeReader.Challenge(query["code_challenge"], Text(query["code_challenge_method"].ToString()));
            return ConsentPage.AskAsync(context, NameOf(callback, query["key_label"].ToString()), LimitOf(query["limit"].ToString()));
        }
        catch (GatewayException wrong)
        {
            return ConsentPage.RefuseAsync(context, wrong.Error.Status, wrong.Error.Message);
        }
    }

    private async Task ApproveAsync(HttpContext context, Caller caller)
    {
        using var document = await ManagementEdge.ParseAsync(context);
        var body = ManagementBody.Parse(document);
        body.Allow("callback_url", "code_challenge", "code_challenge_method", "key_label", "limit", "limit_reset");
        var callback = CallbackOf(body.Text("callback_url") ?? "", body.Text("code_challenge") ?? "");
        var draft = new KeyDraft
        {
            Name = body.Text("key_label", LongestLabel) is { Length: > 0 } label ? label : callback?.Name ?? Headless,
            WorkspaceId = caller.WorkspaceId,
            Limit = body.Money("limit"),
            LimitReset = body.Reset(),
        };
        var issued = await registrar.IssueAsync(draft, ChallengeReader.Challenge(body.Text("code_challenge"), Text(body.Text("code_challenge_method"))), context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new DataResponse<ConsentRecord>(new ConsentRecord(issued.Code, callback?.With(issued.Code))),
            WireJson.Default.DataResponseConsentRecord,
            StatusCodes.Status201Created);
    }

    // Without an address to be called back at, a copied code is all that is needed: then a challenge must bind it to who asked.
    private static CallbackAddress? CallbackOf(string callback, string challenge)
    {
        if (callback.Length > 0)
        {
            return CallbackAddress.Read(callback, out var problem) ?? throw Invalid(problem);
        }

        return challenge.Length > 0 ? null : throw Invalid("'callback_url' is missing. Without one, 'code_challenge' is needed.");
    }

    private static string NameOf(CallbackAddress? callback, string label) => (callback?.Name, label.Length is > 0 and <= LongestLabel) switch
    {
        ({ } host, true) => $"“{label}” at {host}",
        ({ } host, false) => host,
        (null, true) => $"“{label}”",
        _ => Headless,
    };

    // An offer, not an order: what is no amount is left out.
    private static string LimitOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var limit) && limit >= 0 ? text : "";

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));
}
