using System.Collections.Frozen;

namespace Weir.Protocol.Errors;

/// <summary>The one table from error code to HTTP status and wire <c>error_type</c>.</summary>
public static class GatewayErrorTable
{
    private static readonly FrozenDictionary<GatewayErrorCode, (int Status, string Type)> Rows = new Dictionary<GatewayErrorCode, (int, string)>
    {
        [GatewayErrorCode.InvalidRequest] = (400, "invalid_request"),
        [GatewayErrorCode.InvalidPrompt] = (400, "invalid_prompt"),
        [GatewayErrorCode.ContextLengthExceeded] = (400, "context_length_exceeded"),
        [GatewayErrorCode.ContentPolicyViolation] = (400, "content_policy_violation"),
        [GatewayErrorCode.Unauthenticated] = (401, "authentication"),
        [GatewayErrorCode.PaymentRequired] = (402, "payment_required"),
        [GatewayErrorCode.PermissionDenied] = (403, "permission_denied"),
        [GatewayErrorCode.NotFound] = (404, "not_found"),
        [GatewayErrorCode.MethodNotAllowed] = (405, "invalid_request"),
        [GatewayErrorCode.RequestTimeout] = (408, "timeout"),
        [GatewayErrorCode.Conflict] = (409, "invalid_request"),
        [GatewayErrorCode.Gone] = (410, "invalid_request"),
        [GatewayErrorCode.PayloadTooLarge] = (413, "payload_too_large"),
        [GatewayErrorCode.UnsupportedMediaType] = (415, "invalid_request"),
        [GatewayErrorCode.Unprocessable] = (422, "unprocessable"),
        [GatewayErrorCode.RateLimited] = (429, "rate_limit_exceeded"),
        [GatewayErrorCode.Internal] = (500, "server"),
        [GatewayErrorCode.NotBuilt] = (501, "not_implemented"),
        [GatewayErrorCode.ProviderUnavailable] = (502, "provider_unavailable"),
        [GatewayErrorCode.ProviderOverloaded] = (503, "provider_overloaded"),
        [GatewayErrorCode.RecordUnavailable] = (503, "server"),
        [GatewayErrorCode.ServerBusy] = (503, "server"),
        [GatewayErrorCode.Timeout] = (504, "timeout"),
    }.ToFrozenDictionary();

    /// <summary>The HTTP status of an error code.</summary>
    public static int Status(GatewayErrorCode code) => Rows[code].Status;

    /// <summary>The wire name of an error code, as <c>error.metadata.error_type</c> carries it.</summary>
    public static string Type(GatewayErrorCode code) => Rows[code].Type;
}
