using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Auth;

/// <summary>The consent page of the PKCE flow.</summary>
internal sealed class ConsentEndpoint(Func<ConsoleHosts> hosts)
{
    private const int LongestLabel = 100;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/auth", AskAsync);

    private Task AskAsync(HttpContext context)
    {
        if (!hosts().Allows(context.Request.Host))
        {
            return ConsentPage.RefuseAsync(context, StatusCodes.Status403Forbidden, ConsoleHosts.Refusal(context.Request.Host).Message);
        }

        var query = context.Request.Query;
        try
        {
            var callback = ConsentCallback.Read(query["callback_url"].ToString(), query["code_challenge"].ToString());
            _ = ChallengeReader.Challenge(query["code_challenge"], ConsentCallback.Text(query["code_challenge_method"]));
            return ConsentPage.AskAsync(context, NameOf(callback, query["key_label"].ToString()), LimitOf(query["limit"].ToString()), callback?.Denied() ?? "");
        }
        catch (GatewayException wrong)
        {
            return ConsentPage.RefuseAsync(context, wrong.Error.Status, wrong.Error.Message);
        }
    }

    private static string NameOf(CallbackAddress? callback, string label) => (callback?.Name, label.Length is > 0 and <= LongestLabel) switch
    {
        ({ } host, true) => $"“{label}” at {host}",
        ({ } host, false) => host,
        (null, true) => $"“{label}”",
        _ => ConsentCallback.Headless,
    };

    // An offer, not an order: what is no amount is left out.
    private static string LimitOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var limit) && limit >= 0 ? text : "";
}
