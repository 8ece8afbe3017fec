using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Admission;

/// <summary>The right to spend that a request was admitted with: an amount held under every limit it meets. Disposed without a settlement it lapses.</summary>
public sealed class Reservation : IDisposable
{
    private readonly AdmissionState _owner;
    private readonly Spenders _spenders;
    private HeldCost _cost;
    private HeldAmounts _held;
    private bool _closed;

    internal Reservation(AdmissionState owner, Spenders spenders, HeldCost cost, HeldAmounts held, DateOnly admittedOn)
    {
        _owner = owner;
        _spenders = spenders;
        _cost = cost;
        _held = held;
        AdmittedOn = admittedOn;
    }

    /// <summary>What is held of the balance: at least what the request can be charged.</summary>
    public Usd Amount => _held.Balance;

    /// <summary>The UTC day whose windows the charge belongs to.</summary>
    public DateOnly AdmittedOn { get; }

    /// <summary>Holds as much as the request is now known to cost at most, or says which limit has no room for it, and holds what it held.</summary>
    /// <param name="caller">Who spends, with the limits of now.</param>
    /// <param name="cost">What the request can cost in all; what is held already is enough for a smaller one.</param>
    /// <param name="refused">The limit; null when it fits.</param>
    public bool TryRaise(Caller caller, HeldCost cost, out Shortfall? refused)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        var more = cost.Above(_cost);
        refused = more.IsZero ? null : _owner.HoldMore(caller, _spenders, more, AdmittedOn, ref _held);
        if (refused is not null)
        {
            return false;
        }

        _cost = _cost.Plus(more);
        return true;
    }

    /// <summary>Turns the reservation into the real charge, which the ledger has made durable. Once.</summary>
    /// <param name="charge">What is taken.</param>
    /// <param name="byok">What a provider bills to the owner of a credential.</param>
    public void Settle(Usd charge, Usd byok = default)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        Close(charge, byok);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_closed)
        {
            Close(Usd.Zero, Usd.Zero);
        }
    }

    private void Close(Usd charge, Usd byok)
    {
        _closed = true;
        _spenders.Settle(_held, charge, byok, AdmittedOn);
        _owner.Settle(_held.Balance, charge);
    }
}
