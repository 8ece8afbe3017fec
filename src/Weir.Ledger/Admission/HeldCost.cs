using Weir.Protocol.Primitives;

namespace Weir.Ledger.Admission;

/// <summary>The most that a request can cost, for the two kinds of limits there are.</summary>
/// <param name="Charge">What it can be charged: what the balance counts, and every limit that leaves out credentials of one's own.</param>
/// <param name="WithByok">The same and what a provider can bill to the owner of a credential; at least <paramref name="Charge"/>.</param>
public readonly record struct HeldCost(Usd Charge, Usd WithByok)
{
    /// <summary>Of a request that no credential of one's own can serve.</summary>
    public static implicit operator HeldCost(Usd charge) => new(charge, charge);

    internal bool IsZero => Charge == Usd.Zero && WithByok == Usd.Zero;

    /// <summary>By how much it is above another one; nothing where it is not.</summary>
    internal HeldCost Above(HeldCost held) => new(Difference(Charge, held.Charge), Difference(WithByok, held.WithByok));

    internal HeldCost Plus(HeldCost more) => new(Charge + more.Charge, WithByok + more.WithByok);

    private static Usd Difference(Usd amount, Usd held) => amount > held ? amount - held : Usd.Zero;

    internal Usd Of(bool withByok) => withByok ? WithByok : Charge;
}
