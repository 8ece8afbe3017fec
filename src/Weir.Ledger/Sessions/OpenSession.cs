using Weir.Ledger.Keys;

namespace Weir.Ledger.Sessions;

/// <summary>A session in force, and whom it acts as.</summary>
public sealed record OpenSession(SessionRow Row, Caller Caller);
