using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Tokens that Anthropic wrote to its cache, by how long they stay.</summary>
public sealed record AnthropicCacheCreation : WireRecord
{
    /// <summary>Tokens kept for an hour.</summary>
    [JsonPropertyName("ephemeral_1h_input_tokens")]
    public long? Ephemeral1hInputTokens { get; init; }

    /// <summary>Tokens kept for 5 minutes.</summary>
    [JsonPropertyName("ephemeral_5m_input_tokens")]
    public long? Ephemeral5mInputTokens { get; init; }
}
