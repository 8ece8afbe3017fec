using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Guardrails;

/// <summary>The running spend of the owner of keys: with all keys, and with those of one workspace.</summary>
/// <remarks>It is counted whether a guardrail asks or not, so that one that is made later counts right.</remarks>
public sealed record MemberSpend(SpendState Everywhere, SpendState InWorkspace)
{
    internal void Hold(Usd amount, DateOnly day)
    {
        Everywhere.Hold(amount, day);
        InWorkspace.Hold(amount, day);
    }

    internal void Settle(Usd held, Usd charge, DateOnly admittedOn, Usd byok)
    {
        Everywhere.Settle(held, charge, admittedOn, byok);
        InWorkspace.Settle(held, charge, admittedOn, byok);
    }

    /// <summary>Gives back a charge of an earlier day.</summary>
    internal void GiveBack(Usd amount, DateOnly day)
    {
        Everywhere.Add(Usd.Zero - amount, day);
        InWorkspace.Add(Usd.Zero - amount, day);
    }
}
