using Weir.Protocol.Primitives;

namespace Weir.Ledger.Entries;

/// <summary>The account of the installation: every entry is in one of its sums.</summary>
/// <param name="Credits">What was put in.</param>
/// <param name="Charged">Charges, as a number above zero.</param>
public readonly record struct AccountTotals(Credits Credits, Usd Charged)
{
    /// <summary>What was used and not given back.</summary>
    public Usd Used => Charged - Credits.Refunded;

    public Usd Balance => Credits.Granted - Used;
}
