using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Admission;

/// <summary>Whose spend a request is.</summary>
/// <param name="Key">The key's.</param>
/// <param name="Workspace">Its workspace's.</param>
/// <param name="Member">Its owner's; null when it has none.</param>
internal readonly record struct Spenders(SpendState Key, SpendState Workspace, MemberSpend? Member)
{
    public void Hold(HeldAmounts amounts, DateOnly day)
    {
        Key.Hold(amounts.Key, day);
        Workspace.Hold(amounts.Workspace, day);
        Member?.Hold(amounts.Member, day);
    }

    public void Settle(HeldAmounts held, Usd charge, Usd byok, DateOnly day)
    {
        Key.Settle(held.Key, charge, day, byok);
        Workspace.Settle(held.Workspace, charge, day, byok);
        Member?.Settle(held.Member, charge, day, byok);
    }
}
