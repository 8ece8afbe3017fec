using Weir.Ledger.Admission;
using Weir.Ledger.Keys;
using Weir.Ledger.Pricing;
using Weir.Protocol.Errors;
using Weir.Protocol.Primitives;

namespace Weir.Gateway.Admission;

/// <summary>Tells a caller that a request may not spend: which limit it meets, what is left, and what would fit.</summary>
internal static class SpendRefusal
{
    public static GatewayError Of(Shortfall shortfall, RequestBound bound)
    {
        var code = shortfall.Limit is LimitKind.WorkspaceBudget or LimitKind.Guardrail ? GatewayErrorCode.PermissionDenied : GatewayErrorCode.PaymentRequired;
        return GatewayError.Client(code, $"{(shortfall.IsUsedUp ? "" : Afford(shortfall, bound))}{Limit(shortfall)} {Remedy(shortfall.Limit)}");
    }

    // The words that clients of the original API look for.
    private static string Afford(Shortfall shortfall, RequestBound bound)
    {
        // With a credential of one's own the fee comes on top, or is all there is: what fits with both fits in any case.
        var share = 1 + (bound.Endpoint.Credential?.FeeShare ?? 0);
        var tokens = CostBound.AffordableOutput(bound.Endpoint.Price, bound.Usage, new Usd((long)(shortfall.Available.Nanos / share)));
        return tokens < 0
            ? $"This request requires more credits: its prompt alone can cost more than the ${shortfall.Available} that can still be spent. "
            : $"This request requires more credits, or fewer max_tokens. You requested up to {bound.Usage.Output} tokens, but can only afford {tokens}. ";
    }

    private static string Limit(Shortfall shortfall)
    {
        var held = shortfall.Held.Nanos > 0 ? $", ${shortfall.Held} held for requests under way" : "";
        return shortfall switch
        {
            { Limit: LimitKind.AccountBalance } => $"Insufficient credits: ${shortfall.Spent} of ${shortfall.Amount} used{held}.",
            { Limit: LimitKind.WorkspaceBudget, IsUsedUp: true } => $"Workspace {Window(shortfall.Reset)} budget of ${shortfall.Amount} exceeded.",
            { Limit: LimitKind.WorkspaceBudget } => $"Workspace {Window(shortfall.Reset)} budget of ${shortfall.Amount}: ${shortfall.Spent} used{held}.",
            { Limit: LimitKind.Guardrail, IsUsedUp: true } => $"Guardrail '{shortfall.Guardrail}' {Window(shortfall.Reset)} budget of ${shortfall.Amount} exceeded.",
            { Limit: LimitKind.Guardrail } => $"Guardrail '{shortfall.Guardrail}' {Window(shortfall.Reset)} budget of ${shortfall.Amount}: ${shortfall.Spent} used{held}.",
            { IsUsedUp: true } => $"Key limit exceeded: ${shortfall.Spent} of ${shortfall.Amount} used ({shortfall.Reset.ToString().ToLowerInvariant()} reset){held}.",
            _ => $"Key limit: ${shortfall.Spent} of ${shortfall.Amount} used ({shortfall.Reset.ToString().ToLowerInvariant()} reset){held}.",
        };
    }

    private static string Remedy(LimitKind limit) => limit switch
    {
        LimitKind.AccountBalance => "The operator adds more with: weir credits add USD",
        LimitKind.WorkspaceBudget or LimitKind.Guardrail => "Contact your org admin.",
        _ => "Raise the limit (PATCH /api/v1/keys/{hash}) or use another key.",
    };

    private static string Window(LimitReset reset) => reset == LimitReset.Never ? "lifetime" : reset.ToString().ToLowerInvariant();
}
