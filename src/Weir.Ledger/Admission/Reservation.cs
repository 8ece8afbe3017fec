using Weir.Ledger.Guardrails;
using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Admission;

/// <summary>The right to spend that a request was admitted with: an amount held under every limit it meets. Disposed without a settlement it lapses.</summary>
public sealed class Reservation : IDisposable
{
    private readonly AdmissionState _owner;
    private readonly (SpendState Spend, Usd Held) _key;
    private readonly (SpendState Spend, Usd Held) _workspace;
    private bool _closed;

    internal Reservation(AdmissionState owner, (SpendState Spend, Usd Held) key, (SpendState Spend, Usd Held) workspace, Usd amount, DateOnly admittedOn)
    {
        _owner = owner;
        _key = key;
        _workspace = workspace;
        Amount = amount;
        AdmittedOn = admittedOn;
    }

    /// <summary>What is held of the balance: at least what the request can be charged.</summary>
    public Usd Amount { get; }

    /// <summary>The UTC day whose windows the charge belongs to.</summary>
    public DateOnly AdmittedOn { get; }

    /// <summary>The spend of the key's owner, under which it is held too; null: the key has none.</summary>
    internal (MemberSpend? Spend, Usd Held) Member { private get; init; }

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
        _key.Spend.Settle(_key.Held, charge, AdmittedOn, byok);
        _workspace.Spend.Settle(_workspace.Held, charge, AdmittedOn, byok);
        Member.Spend?.Settle(Member.Held, charge, AdmittedOn, byok);
        _owner.Settle(Amount, charge);
    }
}
