using System.Collections.Frozen;

namespace Weir.Providers.OpenAiResponses;

/// <summary>What the dialect can say.</summary>
internal static class ResponsesParameters
{
    public static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        "temperature", "top_p", "max_tokens", "max_completion_tokens", "logprobs", "top_logprobs", "response_format", "structured_outputs",
        "tools", "tool_choice", "parallel_tool_calls", "include_reasoning", "reasoning", "reasoning_effort", "verbosity");

    /// <summary>Members that mean the same in both dialects and are no parameters that an endpoint may lack.</summary>
    public static readonly string[] Passed = ["service_tier", "prompt_cache_key", "prompt_cache_retention", "prompt_cache_options", "truncation"];
}
