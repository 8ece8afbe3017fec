using Microsoft.AspNetCore.WebUtilities;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Faults;

/// <summary>The error body a provider sends with each status.</summary>
internal static class StatusErrors
{
    public static readonly ApiError ContextLength = ApiError.Invalid(
        "This model's maximum context length is 131072 tokens. However, your messages resulted in 140012 tokens. "
        + "Please reduce the length of the messages.",
        "messages",
        "context_length_exceeded");

    public static readonly ApiError ContentFilter = ApiError.Invalid(
        "The response was filtered due to the prompt triggering the content management policy. Please modify your prompt and retry.",
        "prompt",
        "content_filter");

    public static readonly ApiError MidStream = new(
        500, "The server had an error while processing your request. Sorry about that!", "server_error", Code: "server_error");

    public static ApiError For(int status) => status switch
    {
        400 => ApiError.Invalid("The simulator was asked to refuse this request.", null),
        401 => new(401, "Incorrect API key provided.", ApiError.InvalidRequest, Code: "invalid_api_key"),
        402 => new(402, "Insufficient balance: add credits to continue.", "insufficient_quota", Code: "insufficient_quota"),
        403 => new(403, "Your project does not have access to this model.", ApiError.InvalidRequest, "model", "model_not_found"),
        404 => new(404, "The model does not exist or you do not have access to it.", ApiError.InvalidRequest, "model", "model_not_found"),
        408 => new(408, "The request timed out.", "timeout_error", Code: "request_timeout"),
        413 => new(413, "The request body is too large.", ApiError.InvalidRequest, Code: "request_too_large"),
        429 => new(429, "Rate limit reached on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 1s.", "requests", Code: "rate_limit_exceeded"),
        500 => new(500, "The server had an error while processing your request. Sorry about that!", "server_error"),
        503 => new(503, "The engine is currently overloaded, please try again later.", "server_error", Code: "service_unavailable"),
        529 => new(529, "Overloaded.", "overloaded_error", Code: "overloaded"),
        >= 500 => new(status, $"{Phrase(status)}. The simulator was asked to fail.", "server_error"),
        _ => new(status, $"{Phrase(status)}. The simulator was asked to fail.", ApiError.InvalidRequest),
    };

    private static string Phrase(int status) =>
        ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : $"Status {status}";
}
