using Weir.Ledger.Pricing;
using Weir.Ledger.Records;

namespace Weir.Gateway.Pipeline;

/// <summary>An answer with its charge.</summary>
/// <param name="IsRecorded">False when the ledger could not store it; the client was told.</param>
public sealed record Settled(Relayed Relayed, Charge Charge, GenerationRow Generation, bool IsRecorded);
