using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Dispatch;
using Weir.Protocol.Errors;

namespace Weir.Server.Seeding;

/// <summary>Asks the endpoints of a model in turn, as the gateway does: most calls succeed at once, some need another try or another provider.</summary>
internal sealed class SeedAttempts(SeedCalendar calendar, SeedRandom random)
{
    private const double FailsInOutage = 0.86;
    private const double FailsElse = 0.014;
    private const double IsTriedAgain = 0.5;

    public SeedTrail Run(SeedQuestion question, DateTimeOffset at, bool isByok)
    {
        var attempts = ImmutableArray.CreateBuilder<Attempt>();
        var waited = TimeSpan.Zero;
        foreach (var model in question.Fallback is { } fallback ? new[] { question.Model, fallback } : [question.Model])
        {
            foreach (var endpoint in InOrder(model))
            {
                for (var isAgain = false; ; isAgain = true)
                {
                    var attempt = One(model, endpoint, at + waited, isByok);
                    attempts.Add(attempt);
                    waited += attempt.Latency;
                    if (attempt.Failure is null)
                    {
                        return new SeedTrail(attempts.ToImmutable(), model, endpoint, waited);
                    }

                    if (isAgain || attempt.Failure.Code != GatewayErrorCode.ProviderOverloaded || !random.Chance(IsTriedAgain))
                    {
                        break;
                    }
                }
            }
        }

        return new SeedTrail(attempts.ToImmutable(), question.Fallback ?? question.Model, null, waited);
    }

    // The first of the list most of the time, three at most.
    private IEnumerable<EndpointEntry> InOrder(SeedModel model)
    {
        var first = random.PickSkewed(model.Endpoints);
        return model.Endpoints.OrderBy(endpoint => !ReferenceEquals(endpoint, first)).Take(3);
    }

    private Attempt One(SeedModel model, EndpointEntry endpoint, DateTimeOffset at, bool isByok)
    {
        var isDown = endpoint.Provider.Slug == SeedModels.FailingProvider && calendar.IsOutage(at);
        var attempt = new Attempt
        {
            ProviderSlug = endpoint.Provider.Slug,
            ProviderName = endpoint.Provider.Name,
            Model = model.Slug,
            UpstreamModel = endpoint.UpstreamModel,
            StartedAt = at,
            Latency = TimeSpan.FromMilliseconds(Math.Round(random.Skewed(model.FirstTokenMs, 0.45), 3)),
            Status = 200,
            IsByok = isByok,
        };
        return random.Chance(isDown ? FailsInOutage : FailsElse) ? Failed(attempt, isDown) : attempt;
    }

    private Attempt Failed(Attempt attempt, bool isDown)
    {
        var kind = random.Between(0.0, 1.0);
        if (kind < 0.18)
        {
            return Failed(attempt, GatewayErrorCode.Timeout, null, $"{attempt.ProviderName} did not answer in time (first token limit, after 10.0 s).", 10_000);
        }

        return kind < 0.62 && !isDown
            ? Failed(attempt, GatewayErrorCode.RateLimited, 429, $"{attempt.ProviderName} answered 429: Rate limit reached. Please try again later.", random.Skewed(120, 0.4))
            : Failed(attempt, GatewayErrorCode.ProviderOverloaded, 503, $"{attempt.ProviderName} answered 503: The server is currently overloaded.", random.Skewed(310, 0.6));
    }

    private static Attempt Failed(Attempt attempt, GatewayErrorCode code, int? status, string message, double milliseconds) => attempt with
    {
        Status = status,
        Latency = TimeSpan.FromMilliseconds(Math.Round(milliseconds, 3)),
        Failure = new AttemptFailure { Code = code, Message = message, Fallback = FallbackScope.NextEndpoint },
    };
}
