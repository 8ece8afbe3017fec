using System.Text.Json;

namespace Weir.OpenRouter;

/// <summary>What a response used.</summary>
public sealed record ResponseUsage : WireRecord
{
    public long? InputTokens { get; init; }
    public long? OutputTokens { get; init; }
    public long? TotalTokens { get; init; }
    public JsonElement? InputTokensDetails { get; init; }
    public JsonElement? OutputTokensDetails { get; init; }
    /// <summary>US dollars.</summary>
    public decimal? Cost { get; init; }
}
