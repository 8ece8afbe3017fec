using Weir.Protocol.Primitives;

namespace Weir.Ledger.Keys;

/// <summary>What a key or a workspace has spent: in all, and in the current UTC day, week and month.</summary>
public readonly record struct Spend(Usd Total, Usd Daily, Usd Weekly, Usd Monthly)
{
    public Spend Plus(Spend other) => new(Total + other.Total, Daily + other.Daily, Weekly + other.Weekly, Monthly + other.Monthly);

    /// <summary>Spend of the window that a limit counts.</summary>
    public Usd Of(LimitReset reset) => reset switch
    {
        LimitReset.Daily => Daily,
        LimitReset.Weekly => Weekly,
        LimitReset.Monthly => Monthly,
        _ => Total,
    };
}
