using Weir.Ledger.Keys;

namespace Weir.Gateway.Pipeline;

/// <summary>A request whose caller is known.</summary>
public sealed record Authenticated(Inbound Inbound, Caller Caller);
