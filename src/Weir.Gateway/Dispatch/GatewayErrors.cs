using System.Collections.Immutable;
using System.Globalization;
using Weir.Gateway.Routing;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Dispatch;

/// <summary>Turns failed attempts into the one error the caller sees.</summary>
/// <remarks>Source: final error selection of the routing documentation.</remarks>
internal static class GatewayErrors
{
    /// <summary>The error of a single failed attempt.</summary>
    public static GatewayError FromFailure(AttemptFailure failure, string providerName) => new()
    {
        Code = failure.Code,
        Message = failure.Message,
        Origin = ErrorOrigin.Provider,
        RetryAfter = failure.RetryAfter,
        IsPermanent = failure.IsCredentialRefused,
        Provider = new ProviderFault { ProviderName = providerName, ProviderCode = failure.ProviderCode, Raw = failure.Raw },
    };

    /// <summary>The error after the last candidate failed.</summary>
    /// <param name="attempts">At least one, all failed.</param>
    /// <param name="plan">What was planned.</param>
    public static GatewayError FromAttempts(ImmutableArray<Attempt> attempts, RoutePlan plan)
    {
        attempts = ThatCount(attempts);
        var last = attempts[^1];
        var error = FromFailure(last.Failure!, last.ProviderName);
        var availability = AvailabilityOf(attempts);
        if (availability is null)
        {
            return WithHistory(error, attempts);
        }

        return WithHistory(error, attempts) with
        {
            IsPermanent = false,
            Code = AreOfSeveral(attempts) && availability == "temporarily_unavailable" ? GatewayErrorCode.ProviderOverloaded : error.Code,
            RetryAfter = LeastWait(attempts),
            Availability = new Availability
            {
                Code = availability,
                Retryable = availability != "model_unavailable_upstream",
                RequestedModels = [.. plan.Candidates.Select(candidate => candidate.Model.Slug).Distinct(StringComparer.Ordinal)],
                AffectedProviders = [.. attempts.Select(attempt => attempt.ProviderName).Distinct(StringComparer.Ordinal)],
            },
        };
    }

    // A provider that was asked twice is still one provider.
    private static bool AreOfSeveral(ImmutableArray<Attempt> attempts) =>
        attempts.Select(attempt => (attempt.ProviderSlug, attempt.Model, attempt.UpstreamModel)).Distinct().Skip(1).Any();

    // Providers that were really asked decide whether a retry can help; one that was not asked says that only when nobody was.
    private static ImmutableArray<Attempt> ThatCount(ImmutableArray<Attempt> attempts) =>
        attempts.All(attempt => attempt.Failure!.IsUntranslatable) ? attempts : attempts.RemoveAll(attempt => attempt.Failure!.IsUntranslatable);

    private static string? AvailabilityOf(ImmutableArray<Attempt> attempts)
    {
        if (attempts.All(attempt => attempt.Failure!.IsCredentialRefused))
        {
            return null;
        }

        var codes = attempts.Select(attempt => attempt.Failure!.Code).ToArray();
        if (Array.TrueForAll(codes, code => code == GatewayErrorCode.RateLimited))
        {
            return "capacity_exhausted";
        }

        if (Array.TrueForAll(codes, code => code == GatewayErrorCode.NotFound))
        {
            return "model_unavailable_upstream";
        }

        return Array.TrueForAll(codes, code => code is GatewayErrorCode.ProviderUnavailable or GatewayErrorCode.ProviderOverloaded or GatewayErrorCode.Timeout)
            ? "temporarily_unavailable"
            : null;
    }

    // A hint is given only when every provider gave one; then the least.
    private static TimeSpan? LeastWait(ImmutableArray<Attempt> attempts) =>
        attempts.All(attempt => attempt.Failure!.RetryAfter is not null) ? attempts.Min(attempt => attempt.Failure!.RetryAfter) : null;

    private static GatewayError WithHistory(GatewayError error, ImmutableArray<Attempt> attempts) => error with
    {
        Provider = error.Provider! with
        {
            PreviousErrors =
            [
                .. attempts[..^1].Select(attempt => new PreviousError(
                    attempt.ProviderName,
                    attempt.Failure!.ProviderCode ?? attempt.Status?.ToString(CultureInfo.InvariantCulture) ?? "no_answer",
                    attempt.Status)),
            ],
        },
    };
}
