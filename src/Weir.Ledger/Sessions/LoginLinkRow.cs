using Weir.Ledger.Keys;

namespace Weir.Ledger.Sessions;

/// <summary>A sign-in link that has not been used: the hash of its token, until when it is good, and whom it signs in.</summary>
/// <param name="Hash">Of its token.</param>
/// <param name="ExpiresAt">It is good before.</param>
/// <param name="UserId">Null: nobody of the users, but whoever may do everything.</param>
public sealed record LoginLinkRow(KeyHash Hash, DateTimeOffset ExpiresAt, string? UserId = null)
{
    /// <summary>Unused links that are kept; past that the oldest goes.</summary>
    public const int Capacity = 1_000;
}
