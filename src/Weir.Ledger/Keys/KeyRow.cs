using Weir.Protocol.Primitives;

namespace Weir.Ledger.Keys;

/// <summary>A key as the ledger keeps it: never its text, only its hash and the masked label.</summary>
public sealed record KeyRow
{
    public required KeyHash Hash { get; init; }
    public required string Label { get; init; }
    public required string Name { get; init; }
    public required KeyKind Kind { get; init; }
    public required Guid WorkspaceId { get; init; }
    public bool Disabled { get; init; }

    /// <summary>Spending limit of one window; null is unlimited.</summary>
    public Usd? Limit { get; init; }

    public LimitReset LimitReset { get; init; }
    public bool IncludeByokInLimit { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public string? CreatorUserId { get; init; }

    /// <summary>Whether a request made now with this key is let in.</summary>
    public bool IsActive(DateTimeOffset now) => !Disabled && (ExpiresAt is not { } expires || expires > now);
}
