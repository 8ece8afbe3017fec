using Weir.Protocol.Primitives;

namespace Weir.Protocol.Credits;

/// <summary>What one model cost on one UTC day.</summary>
public sealed record CostRecord
{
    /// <summary><c>YYYY-MM-DD</c>.</summary>
    public required string Date { get; init; }

    public required string Model { get; init; }
    public required long Requests { get; init; }
    public required long PromptTokens { get; init; }
    public required long CompletionTokens { get; init; }

    /// <summary>US dollars, refunds not taken off.</summary>
    public required Usd Cost { get; init; }
}
