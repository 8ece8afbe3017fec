using Weir.Protocol.Primitives;

namespace Weir.Ledger.Entries;

/// <summary>What is to be given back.</summary>
public sealed record RefundDraft
{
    public required GenerationId GenerationId { get; init; }

    /// <summary>Above zero; null: all that is left of the charge.</summary>
    public Usd? Amount { get; init; }

    /// <summary>Chosen by who asks, 1 to 255 characters: the same one again changes nothing.</summary>
    public required string IdempotencyKey { get; init; }

    public required string Actor { get; init; }

    /// <summary>Why; kept with the entry.</summary>
    public required string Reason { get; init; }
}
