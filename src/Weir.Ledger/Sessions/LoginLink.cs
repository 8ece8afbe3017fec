namespace Weir.Ledger.Sessions;

/// <summary>A new sign-in link: the text of its token, shown this once, and until when it is good.</summary>
public sealed record LoginLink(string Token, DateTimeOffset ExpiresAt);
