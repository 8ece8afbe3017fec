using Weir.Protocol.Primitives;

namespace Weir.Ledger.Keys;

/// <summary>What a new key is to be.</summary>
public sealed record KeyDraft
{
    public required string Name { get; init; }
    /// <summary>Null: the default workspace.</summary>
    public Guid? WorkspaceId { get; init; }

    public KeyKind Kind { get; init; } = KeyKind.Inference;
    public Usd? Limit { get; init; }
    public LimitReset LimitReset { get; init; }
    public bool IncludeByokInLimit { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public string? CreatorUserId { get; init; }
}
