using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What a response used.</summary>
public sealed record ResponseUsage : WireRecord
{
    /// <summary>Tokens of the prompt, those of the cache among them.</summary>
    public long? InputTokens { get; init; }
    /// <summary>Tokens that the model wrote, reasoning among them.</summary>
    public long? OutputTokens { get; init; }
    /// <summary><see cref="InputTokens"/> and <see cref="OutputTokens"/> together.</summary>
    public long? TotalTokens { get; init; }
    /// <summary><c>{"cached_tokens":…}</c>, and <c>cache_write_tokens</c> where writing has a price.</summary>
    public JsonElement? InputTokensDetails { get; init; }
    /// <summary><c>{"reasoning_tokens":…}</c>: the part of the tokens that went into reasoning.</summary>
    public JsonElement? OutputTokensDetails { get; init; }
    /// <summary>What it cost the account, USD; on a provider key of its own, only the fee.</summary>
    public decimal? Cost { get; init; }
}
