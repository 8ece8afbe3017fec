namespace Weir.Protocol.Errors;

/// <summary>What went wrong, in the vocabulary of the API; <see cref="GatewayErrorTable"/> gives status and wire name.</summary>
public enum GatewayErrorCode
{
    /// <summary>400: a parameter is missing, has a wrong value, or does not go with another.</summary>
    InvalidRequest,

    /// <summary>400: the messages themselves cannot be read as a conversation.</summary>
    InvalidPrompt,

    /// <summary>400: the provider says that prompt and answer do not fit into the model's context.</summary>
    ContextLengthExceeded,

    /// <summary>400: the provider refused the content by its own rules.</summary>
    ContentPolicyViolation,

    /// <summary>401: no key, or one that is unknown, disabled or expired.</summary>
    Unauthenticated,

    /// <summary>402: the key's limit or the account's balance does not allow the request.</summary>
    PaymentRequired,

    /// <summary>403: the key is not allowed to do this, or a guardrail or a budget forbids it.</summary>
    PermissionDenied,

    /// <summary>404: there is no such model, object or path, or no endpoint that the request allows.</summary>
    NotFound,

    /// <summary>405: the path is there, but not with this HTTP method; the header <c>Allow</c> names those it has.</summary>
    MethodNotAllowed,

    /// <summary>409: it contradicts what is there, a name that is taken for example.</summary>
    Conflict,

    /// <summary>410: an operation that the API once had.</summary>
    Gone,

    /// <summary>413: the body is larger than this server or the provider takes.</summary>
    PayloadTooLarge,

    /// <summary>415: the body's content type or encoding is not one that is read here.</summary>
    UnsupportedMediaType,

    /// <summary>422: the request can be read, but what it asks for cannot be done.</summary>
    Unprocessable,

    /// <summary>429: too many requests; <see cref="GatewayError.RetryAfter"/> says when to come back, where that is known.</summary>
    RateLimited,

    /// <summary>500: a fault of this server, whose log has the cause.</summary>
    Internal,

    /// <summary>501: a feature of the API that this version does not have.</summary>
    NotBuilt,

    /// <summary>502: the provider failed, could not be reached, or sent an answer that is not valid.</summary>
    ProviderUnavailable,

    /// <summary>503: the provider, or every one of several, is overloaded.</summary>
    ProviderOverloaded,

    /// <summary>503: charges and records cannot be stored right now, so nothing is served unrecorded.</summary>
    RecordUnavailable,

    /// <summary>504: the provider did not answer in time.</summary>
    Timeout,

    /// <summary>503: this server has too much to do or too little memory for the request now.</summary>
    ServerBusy,

    /// <summary>408: a read of this server's own records took too long; ask for less.</summary>
    RequestTimeout,
}
