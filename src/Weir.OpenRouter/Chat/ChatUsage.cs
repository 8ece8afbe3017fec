using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What an answer used and cost. Tokens are counted by the model's own tokenizer.</summary>
public sealed record ChatUsage : WireRecord
{
    /// <summary>Tokens that the model wrote, reasoning among them.</summary>
    public long? CompletionTokens { get; init; }

    /// <summary>What kind of tokens they were; null if the provider did not say.</summary>
    public ChatUsageCompletionTokensDetails? CompletionTokensDetails { get; init; }

    /// <summary>What it cost the account, USD; on a provider key of its own, only the fee.</summary>
    public decimal? Cost { get; init; }

    /// <summary>What the provider charged; null if it is not known.</summary>
    public CostDetails? CostDetails { get; init; }

    /// <summary>True when it went over a provider key of the account's own.</summary>
    public bool? IsByok { get; init; }

    /// <summary>Tokens of the prompt, those of the cache among them.</summary>
    public long? PromptTokens { get; init; }

    /// <summary>What kind of tokens they were; null if the provider did not say.</summary>
    public ChatUsagePromptTokensDetails? PromptTokensDetails { get; init; }

    /// <summary>What tools of the server did: <c>web_search_requests</c>, <c>tool_calls_requested</c>, <c>tool_calls_executed</c>; null if none ran.</summary>
    public JsonElement? ServerToolUseDetails { get; init; }

    /// <summary><see cref="PromptTokens"/> and <see cref="CompletionTokens"/> together.</summary>
    public long? TotalTokens { get; init; }
}
