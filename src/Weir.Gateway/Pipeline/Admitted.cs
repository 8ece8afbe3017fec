using Weir.Ledger.Admission;

namespace Weir.Gateway.Pipeline;

/// <summary>A request that may spend.</summary>
public sealed record Admitted(Routed Routed, Reservation Reservation);
