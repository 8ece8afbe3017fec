using Weir.Protocol.Primitives;

namespace Weir.Ledger.Entries;

/// <summary>What was put into the account, in sums over the ledger's entries.</summary>
public readonly record struct Credits(Usd Granted, Usd Refunded)
{
    /// <summary>Whether credits have ever been granted; before, the balance limits nothing.</summary>
    public bool AreInUse => Granted > Usd.Zero;
}
