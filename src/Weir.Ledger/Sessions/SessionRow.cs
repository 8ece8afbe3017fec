using Weir.Ledger.Keys;

namespace Weir.Ledger.Sessions;

/// <summary>A sign-in to the console as the ledger keeps it: never the cookie's text, only its hash.</summary>
public sealed record SessionRow
{
    public required KeyHash Hash { get; init; }

    /// <summary>The management key that signed in; null: a user did, or a sign-in link.</summary>
    public KeyHash? KeyHash { get; init; }

    /// <summary>The user who signed in.</summary>
    public string? UserId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}
