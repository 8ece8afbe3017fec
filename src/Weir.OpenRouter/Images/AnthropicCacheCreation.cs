using System.Text.Json.Serialization;

namespace Weir.OpenRouter;

/// <summary>Anthropic cache creation, as <c>ImagesClient</c> gets it.</summary>
public sealed record AnthropicCacheCreation : WireRecord
{
    [JsonPropertyName("ephemeral_1h_input_tokens")]
    public long? Ephemeral1hInputTokens { get; init; }

    [JsonPropertyName("ephemeral_5m_input_tokens")]
    public long? Ephemeral5mInputTokens { get; init; }
}
