using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>Chat usage, as <c>ChatClient</c> gets it.</summary>
public sealed record ChatUsage : WireRecord
{
    public long? CompletionTokens { get; init; }

    public ChatUsageCompletionTokensDetails? CompletionTokensDetails { get; init; }

    public decimal? Cost { get; init; }

    public CostDetails? CostDetails { get; init; }

    public bool? IsByok { get; init; }

    public long? PromptTokens { get; init; }

    public ChatUsagePromptTokensDetails? PromptTokensDetails { get; init; }

    public JsonElement? ServerToolUseDetails { get; init; }

    public long? TotalTokens { get; init; }
}
