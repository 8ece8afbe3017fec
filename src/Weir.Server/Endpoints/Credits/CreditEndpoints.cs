using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Credits;
using Weir.Protocol.Errors;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Credits;

/// <summary>The account: what was granted and used, and the granting.</summary>
internal sealed class CreditEndpoints(CreditRegistrar credits, ManagementEdge edge)
{
    private const int LongestNote = 1_000;

    private static readonly GatewayError Gone = GatewayError.Client(
        GatewayErrorCode.Gone,
        "Buying credits with cryptocurrency has been removed from the API. The operator of this server grants credits with: weir credits add USD");

    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var root in (string[])["/api/v1", "/v1"])
        {
            edge.Get(routes, root + "/credits", ShowAsync);
            _ = routes.MapPost(root + "/credits/coinbase", context => ErrorResponse.WriteAsync(context, Gone));
        }

        edge.Post(routes, "/api/weir/credits", GrantAsync);
    }

    private Task ShowAsync(HttpContext context, Caller caller)
    {
        var account = credits.Account;
        return WireResponse.WriteAsync(
            context,
            new DataResponse<CreditsRecord>(new CreditsRecord { TotalCredits = account.Credits.Granted, TotalUsage = account.Used }),
            WireJson.Default.DataResponseCreditsRecord);
    }

    private async Task GrantAsync(HttpContext context, Caller caller)
    {
        var body = await ManagementBody.ReadAsync(context, "amount_usd", "note");
        if (body.Money("amount_usd") is not { Nanos: > 0 } amount)
        {
            throw Refusal.Invalid("'amount_usd' is missing; it must be a number of US dollars above 0, for example 25.5.");
        }

        var entry = await credits.GrantAsync(amount, caller.Key.Label, body.Text("note", LongestNote), context.RequestAborted);
        await WireResponse.WriteAsync(
            context,
            new WrittenEntryResponse(EntryRecords.Of(entry), credits.Account.Balance),
            WireJson.Default.WrittenEntryResponse,
            StatusCodes.Status201Created);
    }
}
