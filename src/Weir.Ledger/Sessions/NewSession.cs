namespace Weir.Ledger.Sessions;

/// <summary>A session that was just opened, and the text of its cookie, given out this once.</summary>
public sealed record NewSession(OpenSession Session, string Token);
