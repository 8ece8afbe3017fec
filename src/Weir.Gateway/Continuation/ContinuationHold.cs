using Weir.Gateway.Admission;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Ledger.Admission;
using Weir.Ledger.Pricing;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Continuation;

/// <summary>Holds what an answer can cost before another endpoint is asked to go on with it.</summary>
/// <remarks>
/// What was held at admission covers one answer at the dearest candidate. One that several endpoints give can cost more: what came so far is paid, and so is
/// what the next one adds, which may be as long again where the request sets no limit.
/// </remarks>
internal sealed class ContinuationHold(Admitted admitted)
{
    /// <summary>Whether the caller's limits have room for what comes; then it is held.</summary>
    /// <param name="parts">What came so far.</param>
    /// <param name="candidate">Who is to go on.</param>
    /// <param name="request">What it is to be asked.</param>
    public bool TryRaise(IReadOnlyList<PartState> parts, Candidate candidate, ModelRequest request)
    {
        var spent = Charge.Sum(parts.Select(part => part.Close().Charge));
        var next = RequestBound.CostOf(CostBound.OfOutput(candidate.Endpoint.Price, BoundOf(candidate, request)), candidate.Endpoint.Credential);
        var cost = new HeldCost(Capped(spent.Total + next.Charge), Capped(spent.Total + (spent.Upstream ?? Usd.Zero) + next.WithByok));
        var caller = admitted.Routed.Prepared.Parsed.Authenticated.Caller;
        return admitted.Reservation.TryRaise(caller, cost, out _);
    }

    private static Usd Capped(Usd amount) => amount < CostBound.Largest ? amount : CostBound.Largest;

    // The prompt is not paid again, but its length decides the price of what follows it; a token has a byte at least.
    private static UsageBound BoundOf(Candidate candidate, ModelRequest request) => new()
    {
        Prompt = Math.Min(request.Body.Length, candidate.Endpoint.MaxPromptTokens ?? candidate.Endpoint.ContextLength),
        Output = RequestBound.OutputOf(request, candidate.Endpoint),
    };
}
