using Weir.Ledger.Keys;

namespace Weir.Ledger.Authorizations;

/// <summary>An authorization code that has not been redeemed: never its text, only its hash, and the key it is good for.</summary>
public sealed record AuthorizationRow
{
    /// <summary>Codes that are kept; past that the oldest goes.</summary>
    public const int Capacity = 10_000;

    public required KeyHash Hash { get; init; }

    /// <summary>Null: whoever has the code may redeem it.</summary>
    public CodeChallenge? Challenge { get; init; }

    public required KeyDraft Draft { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}
