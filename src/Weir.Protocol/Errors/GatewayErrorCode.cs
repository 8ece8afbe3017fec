namespace Weir.Protocol.Errors;

/// <summary>What went wrong, in the vocabulary of the API; <see cref="GatewayErrorTable"/> gives status and wire name.</summary>
public enum GatewayErrorCode
{
    InvalidRequest,
    InvalidPrompt,
    ContextLengthExceeded,
    ContentPolicyViolation,
    Unauthenticated,
    PaymentRequired,
    PermissionDenied,
    NotFound,
    MethodNotAllowed,
    Conflict,
    Gone,
    PayloadTooLarge,
    UnsupportedMediaType,
    Unprocessable,
    RateLimited,
    Internal,
    NotBuilt,
    ProviderUnavailable,
    ProviderOverloaded,
    RecordUnavailable,
    Timeout,
    ServerBusy,
    RequestTimeout,
}
