using System.Collections.Frozen;

namespace Weir.Providers.Bedrock;

/// <summary>The one table of what the dialect can say.</summary>
internal static class BedrockParameters
{
    /// <summary>Parameters of the chat API; some only reach models that know them.</summary>
    public static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        "temperature", "top_p", "top_k", "max_tokens", "max_completion_tokens", "stop", "tools", "tool_choice",
        "response_format", "structured_outputs", "reasoning", "reasoning_effort", "include_reasoning", "verbosity");

    /// <summary>Members of Converse that a caller may write in its own words; they go as they are.</summary>
    public static readonly string[] Native = ["guardrailConfig", "performanceConfig", "requestMetadata"];

    /// <summary>Features of Anthropic that Bedrock knows, without their dates; it refuses a request that names another.</summary>
    public static readonly FrozenSet<string> AnthropicFeatures = FrozenSet.Create(
        StringComparer.Ordinal,
        "computer-use", "token-efficient-tools", "interleaved-thinking", "output-128k", "dev-full-thinking", "context-1m",
        "context-management", "effort", "tool-search-tool", "tool-examples", "fine-grained-tool-streaming");
}
