using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Entries;
using Weir.Ledger.Keys;
using Weir.Protocol;
using Weir.Protocol.Credits;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;
using Weir.Server.Composition;
using Weir.Server.Endpoints.Management;

namespace Weir.Server.Endpoints.Credits;

/// <summary><c>POST /api/weir/credits/refunds</c>: gives a charge back, or a part of it, once for each <c>Idempotency-Key</c>.</summary>
internal sealed class RefundEndpoint(CreditRegistrar credits, ManagementEdge edge)
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 255;
    private const int LongestReason = 1_000;
    private const int LongestId = 200;

    public void Map(IEndpointRouteBuilder routes) => edge.Post(routes, "/api/weir/credits/refunds", RefundAsync);

    private async Task RefundAsync(HttpContext context, Caller caller)
    {
        var body = await ManagementBody.ReadAsync(context, "generation_id", "amount_usd", "reason");
        var draft = new RefundDraft
        {
            GenerationId = new GenerationId(body.RequiredText("generation_id", LongestId)),
            Amount = AmountOf(body),
            IdempotencyKey = KeyOf(context),
            Actor = caller.Key.Label,
            Reason = body.RequiredText("reason", LongestReason),
        };
        var result = await credits.RefundAsync(draft, context.RequestAborted);
        if (RefundText.Problem(draft, result) is { } problem)
        {
            throw new GatewayException(GatewayError.Client(CodeOf(result.Outcome), problem));
        }

        await WireResponse.WriteAsync(
            context,
            new RefundResponse(EntryRecords.Of(result.Entry!), result.Left, credits.Account.Balance),
            WireJson.Default.RefundResponse,
            result.Outcome == RefundOutcome.Made ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    // Null and absent both mean all of it; nothing at all is no refund.
    private static Usd? AmountOf(ManagementBody body) => body.Money("amount_usd") is { Nanos: <= 0 }
        ? throw Refusal.Invalid("'amount_usd' must be a number of US dollars above 0; leave it out to give back all that is left.")
        : body.Money("amount_usd");

    // Who asks again after a time-out must not pay twice.
    private static string KeyOf(HttpContext context) => context.Request.Headers[KeyHeader] is [{ Length: > 0 and <= LongestKey } key]
        ? key
        : throw Refusal.Invalid(
            $"The header {KeyHeader} is missing: send a text of 1 to {LongestKey} characters, a new one for each refund, the same one when you ask again.");

    private static GatewayErrorCode CodeOf(RefundOutcome outcome) => outcome switch
    {
        RefundOutcome.NoCharge => GatewayErrorCode.NotFound,
        RefundOutcome.OtherRefund => GatewayErrorCode.Conflict,
        _ => GatewayErrorCode.InvalidRequest,
    };
}
