using Weir.Gateway.Admission;
using Weir.Ledger.Admission;

namespace Weir.Gateway.Pipeline;

/// <summary>A request that may spend.</summary>
/// <param name="Reservation">What is held for it under the limits on spending.</param>
/// <param name="Ticket">Its place under the rate limits.</param>
public sealed record Admitted(Routed Routed, Reservation Reservation, RateTicket Ticket)
{
    /// <summary>What is sent beside texts.</summary>
    internal MediaTally Media { get; init; }
}
