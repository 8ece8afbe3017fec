using System.Collections.Frozen;

namespace Weir.Providers.Gemini;

/// <summary>The request parameters of the chat API that the dialect can say.</summary>
internal static class GeminiParameters
{
    public static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        "temperature", "top_p", "top_k", "frequency_penalty", "presence_penalty", "max_tokens", "max_completion_tokens", "logprobs", "top_logprobs", "seed",
        "response_format", "structured_outputs", "stop", "tools", "tool_choice", "include_reasoning", "reasoning", "reasoning_effort", "web_search_options");
}
