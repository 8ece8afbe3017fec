using Weir.Protocol.Errors;

namespace Weir.Server.Seeding;

/// <summary>Requests that end before anybody is asked.</summary>
internal static class SeedRefusals
{
    public static ((GatewayErrorCode Code, string Message) Refusal, double Weight)[] All { get; } =
    [
        ((GatewayErrorCode.PermissionDenied, "Request blocked by content filter: [EMAIL]"), 3),
        ((GatewayErrorCode.PermissionDenied, "Request blocked by content filter: [CREDIT_CARD]"), 2),
        ((GatewayErrorCode.PermissionDenied, "Request blocked: prompt injection patterns detected"), 2),
        ((GatewayErrorCode.PaymentRequired, "The key's limit does not allow this request."), 2),
        ((GatewayErrorCode.RateLimited, "Too many requests of this key in this minute."), 2),
        ((GatewayErrorCode.InvalidRequest, "'max_tokens' must be a whole number above 0."), 1),
    ];
}
