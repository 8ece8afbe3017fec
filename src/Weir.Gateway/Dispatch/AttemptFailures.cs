using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;
using Weir.Gateway.Routing;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Dispatch;

/// <summary>The one table from what a provider did to what it means: the error, and whether another candidate can help.</summary>
/// <remarks>Source: provider status mapping and fallback triggers of the API's error documentation.</remarks>
internal static class AttemptFailures
{
    /// <summary>Exceptions that a misbehaving upstream causes; anything else is our own fault and passes.</summary>
    public static bool IsUpstreamFault(Exception failure) =>
        failure is HttpRequestException or IOException or InvalidDataException or JsonException or OperationCanceledException or SocketException;

    /// <summary>A failure without an HTTP status: no connection, a broken one, an answer that cannot be read, a deadline.</summary>
    public static AttemptFailure FromException(Candidate candidate, Exception failure, AttemptDeadline deadline)
    {
        var name = candidate.Endpoint.Provider.Name;
        if (deadline.HasExpired)
        {
            return Failed(GatewayErrorCode.Timeout, $"{name} did not answer in time ({deadline.Phase} limit, after {deadline.Elapsed.TotalSeconds:0.0} s).");
        }

        return failure switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } =>
                Failed(GatewayErrorCode.ProviderUnavailable, $"{name} cannot be reached."),
            InvalidDataException or JsonException => Failed(GatewayErrorCode.ProviderUnavailable, $"{name} sent an answer that is not valid: {failure.Message}"),
            _ => Failed(GatewayErrorCode.ProviderUnavailable, $"{name} closed the connection before the answer was complete."),
        };
    }

    /// <summary>A provider that said when to come back, and that is not yet; nothing was sent.</summary>
    public static AttemptFailure HeldBack(Candidate candidate, TimeSpan wait) =>
        Failed(
            GatewayErrorCode.RateLimited,
            $"{candidate.Endpoint.Provider.Name} asked for no calls for another {Math.Ceiling(wait.TotalSeconds):0} s; it was not called again.") with { RetryAfter = wait };

    /// <summary>A request that the candidate's dialect cannot say; another endpoint of the same model may speak another one.</summary>
    public static AttemptFailure FromTranslation(Candidate candidate, TranslationException refused) =>
        Failed(GatewayErrorCode.InvalidRequest, $"{candidate.Endpoint.Provider.Name} cannot be asked this: {refused.Message}") with { IsUntranslatable = true };

    /// <summary>An event that is not JSON.</summary>
    public static AttemptFailure FromMalformed(Candidate candidate, JsonException wrong) =>
        Failed(GatewayErrorCode.ProviderUnavailable, $"{candidate.Endpoint.Provider.Name} sent an answer that is not valid: {wrong.Message}");

    /// <summary>A stream that ended without a finish reason.</summary>
    public static AttemptFailure Cut(Candidate candidate) =>
        Failed(GatewayErrorCode.ProviderUnavailable, $"{candidate.Endpoint.Provider.Name} ended the stream before the answer was complete.");

    /// <summary>An answer that was to be gone on with and was given again in other words.</summary>
    public static AttemptFailure OtherVersion(Candidate candidate) =>
        Failed(GatewayErrorCode.ProviderUnavailable, $"{candidate.Endpoint.Provider.Name} began the answer anew in other words instead of going on with it.")
            with { IsOurs = true };

    /// <summary>An answer that was gone on with and is not the JSON it should be.</summary>
    public static AttemptFailure NotJson(Candidate candidate) =>
        Failed(GatewayErrorCode.ProviderUnavailable, $"{candidate.Endpoint.Provider.Name} went on with a JSON answer in a way that is not valid JSON.")
            with { Fallback = FallbackScope.None, IsOurs = true };

    /// <summary>An answer that ended before it said anything.</summary>
    public static AttemptFailure Empty(Candidate candidate) =>
        Failed(GatewayErrorCode.ProviderUnavailable, $"{candidate.Endpoint.Provider.Name} ended its answer without any output.");

    /// <summary>An error object inside an answer with a success status.</summary>
    public static AttemptFailure FromErrorEvent(Candidate candidate, UpstreamErrorBody error)
    {
        var (code, fallback) = ClassifyEvent(error);
        var message = error.Message is { } text ? SecretScrubber.Scrub(text, candidate.Endpoint.Provider.Secrets) : "no message";
        return Failed(code, $"{candidate.Endpoint.Provider.Name} reported an error: {message}") with { ProviderCode = error.Code, Fallback = fallback };
    }

    public static AttemptFailure CallerLeft() => new()
    {
        Code = GatewayErrorCode.Timeout,
        Message = "The caller closed the connection before an answer began.",
        Fallback = FallbackScope.None,
        IsCancelled = true,
    };

    /// <summary>One of two that were asked at the same time, when the other has begun to answer.</summary>
    public static AttemptFailure Lost(Candidate candidate) =>
        Failed(GatewayErrorCode.Timeout, $"{candidate.Endpoint.Provider.Name} was cancelled: another endpoint that was asked at the same time began to answer first.")
            with { IsCancelled = true };

    /// <summary>One that was not asked any more: fetching media, or the wait before a repetition, took what the request had left.</summary>
    public static AttemptFailure OutOfTime(Candidate candidate) =>
        Failed(GatewayErrorCode.Timeout, $"{candidate.Endpoint.Provider.Name} was not asked: the time of the request was used up.") with { IsOurs = true };

    /// <summary>One that was not asked to go on with an answer, because the caller's limits have no room for what that can cost.</summary>
    public static AttemptFailure Unaffordable(Candidate candidate) =>
        Failed(GatewayErrorCode.PaymentRequired, $"{candidate.Endpoint.Provider.Name} was not asked to go on: that can cost more than may still be spent.");

    /// <summary>An answer with an error status.</summary>
    public static AttemptFailure FromStatus(Candidate candidate, int status, UpstreamErrorBody error, string raw, TimeSpan? retryAfter)
    {
        var (code, fallback) = Classify(status, error);
        return new AttemptFailure
        {
            Code = code,
            Fallback = fallback,
            Message = $"{candidate.Endpoint.Provider.Name} answered {status}: {error.Message ?? "no message"}",
            ProviderCode = error.Code,
            Raw = raw,
            RetryAfter = retryAfter,
            IsCredentialRefused = status is 401 or 402 or 403 || error.Code == "invalid_api_key",
        };
    }

    private static (GatewayErrorCode Code, FallbackScope Fallback) Classify(int status, UpstreamErrorBody error) => status switch
    {
        // Some providers call our own key a fault of the request.
        400 when error.Code == "invalid_api_key" => (GatewayErrorCode.ProviderUnavailable, FallbackScope.NextEndpoint),
        400 or 422 => (ClassifyRefusal(status, error), FallbackScope.NextModel),
        413 => (GatewayErrorCode.PayloadTooLarge, FallbackScope.NextModel),
        404 => (GatewayErrorCode.NotFound, FallbackScope.NextEndpoint),
        408 or 504 or 524 => (GatewayErrorCode.Timeout, FallbackScope.NextEndpoint),
        429 => (GatewayErrorCode.RateLimited, FallbackScope.NextEndpoint),
        503 or 529 => (GatewayErrorCode.ProviderOverloaded, FallbackScope.NextEndpoint),

        // 401, 402 and 403 speak of our credential at the provider, not of the caller's.
        _ => (GatewayErrorCode.ProviderUnavailable, FallbackScope.NextEndpoint),
    };

    // In a stream the status is lost: the code is one, or a word for it.
    private static (GatewayErrorCode Code, FallbackScope Fallback) ClassifyEvent(UpstreamErrorBody error) =>
        int.TryParse(error.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            ? Classify(status, error)
            : Classify(
                error.Code switch
                {
                    "rate_limit_exceeded" or "rate_limit_error" => 429,
                    "overloaded_error" => 503,
                    "timeout_error" => 504,
                    "not_found_error" or "model_not_found" => 404,
                    "invalid_request_error" or "context_length_exceeded" or "content_filter" or "content_policy_violation" => 400,
                    _ => 502,
                },
                error);

    private static GatewayErrorCode ClassifyRefusal(int status, UpstreamErrorBody error) => error.Code switch
    {
        "context_length_exceeded" => GatewayErrorCode.ContextLengthExceeded,
        "content_filter" or "content_policy_violation" => GatewayErrorCode.ContentPolicyViolation,
        _ => status == 422 ? GatewayErrorCode.Unprocessable : GatewayErrorCode.InvalidRequest,
    };

    private static AttemptFailure Failed(GatewayErrorCode code, string message) =>
        new() { Code = code, Message = message, Fallback = FallbackScope.NextEndpoint };
}
