using Weir.Protocol.Primitives;

namespace Weir.Ledger.Keys;

/// <summary>What a key has spent: in all, and in the current UTC day, week and month.</summary>
public readonly record struct KeyUsage(Usd Total, Usd Daily, Usd Weekly, Usd Monthly)
{
    /// <summary>Spend of the window that a limit counts.</summary>
    public Usd Of(LimitReset reset) => reset switch
    {
        LimitReset.Daily => Daily,
        LimitReset.Weekly => Weekly,
        LimitReset.Monthly => Monthly,
        _ => Total,
    };
}
