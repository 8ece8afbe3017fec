using Weir.Protocol.Primitives;

namespace Weir.Ledger.Reconciliation;

/// <summary>What one model cost on one UTC day, as the ledger has it; refunds are not taken off, for no provider knows of them.</summary>
public sealed record DailyCost
{
    public required DateOnly Day { get; init; }

    /// <summary>Slug.</summary>
    public required string Model { get; init; }

    public required long Requests { get; init; }
    public required long PromptTokens { get; init; }
    public required long CompletionTokens { get; init; }
    public required Usd Cost { get; init; }
}
