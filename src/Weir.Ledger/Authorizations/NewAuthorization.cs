namespace Weir.Ledger.Authorizations;

/// <summary>An authorization code that was just issued; its text is given out this once.</summary>
public sealed record NewAuthorization(string Code, DateTimeOffset CreatedAt);
