using Weir.Gateway.Dispatch;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Health;

/// <summary>What a failure says about the endpoint.</summary>
internal static class HealthOutcomes
{
    /// <summary>Null when it says nothing: nothing was sent, or it is not the provider's doing.</summary>
    public static HealthOutcome? Of(Attempt attempt) => attempt.Failure is { } failure ? Of(failure, attempt.Status) : null;

    /// <summary>Null when it says nothing: nothing was sent, or it is not the provider's doing.</summary>
    /// <param name="failure">Why there was no answer, or no end of one.</param>
    /// <param name="status">The provider's HTTP status; null when it never answered.</param>
    public static HealthOutcome? Of(AttemptFailure failure, int? status) => failure switch
    {
        { IsUntranslatable: true } or { IsCancelled: true } or { IsOurs: true } => null,
        { Fallback: FallbackScope.NextModel } => HealthOutcome.Refused,
        { Code: GatewayErrorCode.RateLimited } => HealthOutcome.RateLimited,
        _ when status == 403 => HealthOutcome.Forbidden,
        { IsCredentialRefused: true } or { Code: GatewayErrorCode.NotFound } => HealthOutcome.Fault,
        _ => HealthOutcome.Outage,
    };
}
