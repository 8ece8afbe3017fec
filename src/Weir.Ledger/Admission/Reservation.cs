using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Admission;

/// <summary>The right to spend that a request was admitted with: an amount held under every limit it meets. Disposed without a settlement it lapses.</summary>
public sealed class Reservation : IDisposable
{
    private readonly AdmissionState _owner;
    private readonly KeyUsageState _key;
    private readonly KeyUsageState _workspace;
    private bool _closed;

    internal Reservation(AdmissionState owner, KeyUsageState key, KeyUsageState workspace, Usd amount, DateOnly admittedOn)
    {
        _owner = owner;
        _key = key;
        _workspace = workspace;
        Amount = amount;
        AdmittedOn = admittedOn;
    }

    /// <summary>What is held: at least what the request can cost.</summary>
    public Usd Amount { get; private set; }

    /// <summary>The UTC day whose windows the charge belongs to.</summary>
    public DateOnly AdmittedOn { get; }

    /// <summary>Holds as much as the request is now known to cost at most, or says which limit has no room for it, and holds what it held.</summary>
    /// <param name="caller">Who spends, with the limits of now.</param>
    /// <param name="amount">What the request can cost in all; what is held already is enough for a smaller one.</param>
    /// <param name="refused">The limit; null when it fits.</param>
    public bool TryRaise(Caller caller, Usd amount, out Shortfall? refused)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        refused = amount > Amount ? _owner.HoldMore(caller, _key, _workspace, amount - Amount, AdmittedOn) : null;
        if (refused is not null)
        {
            return false;
        }

        Amount = amount > Amount ? amount : Amount;
        return true;
    }

    /// <summary>Turns the reservation into the real charge, which the ledger has made durable. Once.</summary>
    public void Settle(Usd charge)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        Close(charge);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_closed)
        {
            Close(Usd.Zero);
        }
    }

    private void Close(Usd charge)
    {
        _closed = true;
        _key.Settle(Amount, charge, AdmittedOn);
        _workspace.Settle(Amount, charge, AdmittedOn);
        _owner.Settle(Amount, charge);
    }
}
