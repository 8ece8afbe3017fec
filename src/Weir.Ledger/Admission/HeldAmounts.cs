using Weir.Protocol.Primitives;

namespace Weir.Ledger.Admission;

/// <summary>What is held of one cost at each place that counts it, which do not all count credentials of one's own.</summary>
/// <param name="Balance">Of the account.</param>
/// <param name="Key">Under the limits of the key.</param>
/// <param name="Workspace">Under the budgets of its workspace.</param>
/// <param name="Member">Under the guardrails of the key's owner.</param>
internal readonly record struct HeldAmounts(Usd Balance, Usd Key, Usd Workspace, Usd Member)
{
    public static HeldAmounts operator +(HeldAmounts held, HeldAmounts more) =>
        new(held.Balance + more.Balance, held.Key + more.Key, held.Workspace + more.Workspace, held.Member + more.Member);
}
