using Weir.Gateway.Admission;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Admission;
using Weir.Ledger.Keys;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Stages;

/// <summary>Stage 7: may this request go on, and spend. Holds the most that it can cost until it is settled.</summary>
public sealed class AdmitStage(LedgerHealthState ledger, RateLimitState rates, AdmissionState admission)
{
    /// <exception cref="GatewayException">402 or 403 when a limit on spending has no room for it; 429 when a rate limit has none; 503 while records cannot be stored.</exception>
    public Admitted Run(Routed routed)
    {
        if (!ledger.MayAdmit)
        {
            throw new GatewayException(RecordsUnavailable);
        }

        var caller = routed.Prepared.Parsed.Authenticated.Caller;
        var bound = RequestBound.Of(routed);
        if (rates.TryEnter(caller.Key.Hash, IsFree(routed.Plan), out var limit) is not { } ticket)
        {
            throw new GatewayException(RateLimited(limit!, routed.Inbound.ReceivedAt));
        }

        if (admission.TryHold(caller, bound.Cost, out var shortfall) is { } reservation)
        {
            return new Admitted(routed, reservation, ticket) { Media = bound.Media };
        }

        ticket.Dispose();
        throw new GatewayException(SpendRefusal.Of(shortfall!, bound));
    }

    /// <summary>What admission would say now. Nothing is held, and nothing is counted.</summary>
    /// <returns>What the request can cost at most; and what it would be refused with, null: it would be let in.</returns>
    public (CostPreview Cost, GatewayError? Refusal) Preview(Routed routed)
    {
        var bound = RequestBound.Of(routed);
        return (CostOf(bound), RefusalOf(routed.Prepared.Parsed.Authenticated.Caller, bound, routed));
    }

    /// <summary>The most that a request can cost.</summary>
    public CostPreview CostOf(Routed routed) => CostOf(RequestBound.Of(routed));

    private static CostPreview CostOf(RequestBound bound) => new(bound.Cost.Charge, bound.Usage.Prompt, bound.Usage.Output);

    private GatewayError? RefusalOf(Caller caller, RequestBound bound, Routed routed)
    {
        if (!ledger.MayAdmit)
        {
            return RecordsUnavailable;
        }

        return rates.Preview(caller.Key.Hash, IsFree(routed.Plan)) is { } limit ? RateLimited(limit, routed.Inbound.ReceivedAt)
            : admission.Preview(caller, bound.Cost) is { } shortfall ? SpendRefusal.Of(shortfall, bound)
            : null;
    }

    /// <summary>What a caller is told while charges cannot be stored.</summary>
    public static GatewayError RecordsUnavailable { get; } = new()
    {
        Code = GatewayErrorCode.RecordUnavailable,
        Message = "Records cannot be stored right now, so no request is served unrecorded. The operator finds the cause in the server's log.",
        Origin = ErrorOrigin.Gateway,
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    // The variant that is given away; a model without a price, on a machine of one's own, is nobody's gift.
    private static bool IsFree(RoutePlan plan) => plan.Candidates.All(candidate => candidate.Model.Slug.EndsWith(":free", StringComparison.OrdinalIgnoreCase));

    private static GatewayError RateLimited(RateRefusal refusal, DateTimeOffset now) =>
        GatewayError.Client(GatewayErrorCode.RateLimited, $"Rate limit exceeded: {refusal.Limit} {refusal.What}. Ask again later, or less often.") with
        {
            RetryAfter = refusal.ResetAt is { } reset && reset > now ? reset - now : TimeSpan.FromSeconds(1),
            RateLimit = new RateLimitFact(refusal.Limit, refusal.ResetAt),
        };
}
