namespace Weir.Ledger.Entries;

/// <summary>What came of a wish to give a charge back.</summary>
public enum RefundOutcome
{
    /// <summary>It was written.</summary>
    Made,

    /// <summary>It had been written before, under the same idempotency key.</summary>
    MadeBefore,

    /// <summary>Another refund has that idempotency key; nothing was written.</summary>
    OtherRefund,

    /// <summary>There is no charge of that generation; nothing was written.</summary>
    NoCharge,

    /// <summary>It is more than is left of the charge; nothing was written.</summary>
    TooMuch,
}
