using Weir.Ledger.Keys;

namespace Weir.Ledger.Sessions;

/// <summary>A sign-in link that has not been used: the hash of its token, and until when it is good.</summary>
public sealed record LoginLinkRow(KeyHash Hash, DateTimeOffset ExpiresAt)
{
    /// <summary>Unused links that are kept; past that the oldest goes.</summary>
    public const int Capacity = 1_000;
}
