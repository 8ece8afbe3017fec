using Weir.Protocol.Primitives;

namespace Weir.Ledger.Entries;

/// <summary>One movement of money, never changed after it was written; the balance is the sum of all.</summary>
public sealed record EntryRow
{
    /// <summary>The ledger's own number, growing; 0 before it is written.</summary>
    public long Id { get; init; }

    public required Guid WorkspaceId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required EntryKind Kind { get; init; }

    /// <summary>Signed: above zero for a grant or a refund, below for a charge.</summary>
    public required Usd Amount { get; init; }

    /// <summary>What was charged or given back; null for a grant.</summary>
    public GenerationId? GenerationId { get; init; }

    /// <summary>Who did it: the hash of the key that called, the label of the key that managed, or <c>command line</c>.</summary>
    public required string Actor { get; init; }

    public string? Note { get; init; }

    /// <summary>Under which a refund was asked for; null for other entries.</summary>
    public string? IdempotencyKey { get; init; }
}
