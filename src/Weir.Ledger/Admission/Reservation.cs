using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Admission;

/// <summary>The right to spend that a request was admitted with: an amount held under every limit it meets. Disposed without a settlement it lapses.</summary>
public sealed class Reservation : IDisposable
{
    private readonly AdmissionState _owner;
    private readonly SpendState _key;
    private readonly SpendState _workspace;
    private bool _closed;

    internal Reservation(AdmissionState owner, SpendState key, SpendState workspace, Usd amount, DateOnly admittedOn)
    {
        _owner = owner;
        _key = key;
        _workspace = workspace;
        Amount = amount;
        AdmittedOn = admittedOn;
    }

    /// <summary>What is held: at least what the request can cost.</summary>
    public Usd Amount { get; }

    /// <summary>The UTC day whose windows the charge belongs to.</summary>
    public DateOnly AdmittedOn { get; }

    /// <summary>The spend of the key's owner, under which it is held too; null: the key has none.</summary>
    internal MemberSpend? Member { private get; init; }

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
        Member?.Settle(Amount, charge, AdmittedOn);
        _owner.Settle(Amount, charge);
    }
}
