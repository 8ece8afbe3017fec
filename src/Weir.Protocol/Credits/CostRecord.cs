using Weir.Protocol.Primitives;

namespace Weir.Protocol.Credits;

/// <summary>What one model cost on one UTC day.</summary>
public sealed record CostRecord
{
    /// <summary><c>YYYY-MM-DD</c>.</summary>
    public required string Date { get; init; }

    /// <summary>Slug of the model that answered.</summary>
    public required string Model { get; init; }

    /// <summary>Requests that a provider was asked; answers from the response cache are not among them.</summary>
    public required long Requests { get; init; }

    /// <summary>Tokens, the day's sum; those read from a prompt cache are among them.</summary>
    public required long PromptTokens { get; init; }

    /// <summary>Tokens, the day's sum; reasoning is among them.</summary>
    public required long CompletionTokens { get; init; }

    /// <summary>US dollars, refunds not taken off.</summary>
    public required Usd Cost { get; init; }
}
