using Weir.Ledger.Keys;
using Weir.Protocol.Primitives;

namespace Weir.Ledger.Admission;

/// <summary>The right to spend that a request was admitted with; disposed without a settlement it lapses.</summary>
/// <remarks>
/// Holds no amount yet: limits are compared with what has been settled, so requests that run at the same time can pass a limit
/// together. The amount comes with hard limits; the life cycle is final.
/// </remarks>
public sealed class Reservation(Caller caller, DateOnly admittedOn) : IDisposable
{
    private bool _closed;

    /// <summary>The UTC day whose windows the charge belongs to.</summary>
    public DateOnly AdmittedOn { get; } = admittedOn;

    /// <summary>Turns the reservation into the real charge, which the ledger has made durable. Once.</summary>
    public void Settle(Usd charge, DateOnly today)
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        _closed = true;
        caller.Usage.Add(charge, AdmittedOn, today);
    }

    /// <inheritdoc/>
    public void Dispose() => _closed = true;
}
