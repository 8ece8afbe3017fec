using System.Collections.Frozen;
using Weir.Gateway.Catalog;

namespace Weir.Providers.Anthropic;

/// <summary>The one table of request parameters: what the dialect can say, what it leaves out, and what passes as it is.</summary>
internal static class AnthropicParameters
{
    /// <summary>Parameters of the chat API that have a form in this dialect.</summary>
    public static readonly FrozenSet<string> Said = FrozenSet.Create(
        StringComparer.Ordinal,
        "temperature", "top_p", "top_k", "max_tokens", "max_completion_tokens", "stop", "tools", "tool_choice", "parallel_tool_calls",
        "response_format", "structured_outputs", "reasoning", "reasoning_effort", "include_reasoning", "verbosity");

    // Of the chat API, of the gateway itself, or of OpenAI's clients: this dialect has no word for them, or they are said in another form.
    private static readonly FrozenSet<string> LeftOut = FrozenSet.Create(
        StringComparer.Ordinal,
        "model", "models", "messages", "route", "provider", "preset", "plugins", "transforms", "usage", "user", "session_id", "trace", "metadata", "debug",
        "system", "stop_sequences", "stream", "stream_options", "max_tool_calls", "stop_server_tools_when", "service_tier",
        "prompt", "n", "store", "functions", "function_call",
        "min_p", "top_a", "frequency_penalty", "presence_penalty", "repetition_penalty", "seed", "logit_bias", "logprobs", "top_logprobs", "prediction",
        "modalities", "image_config", "audio", "cache_control", "prompt_cache_key", "prompt_cache_options", "prompt_cache_retention", "safety_identifier",
        "web_search_options", "x_search_filter");

    /// <summary>Whether an endpoint takes one of <see cref="Said"/>; other names of the same parameter count as it.</summary>
    public static bool IsTaken(string parameter, EndpointEntry endpoint) => endpoint.SupportedParameters is not { } supported || parameter switch
    {
        "max_tokens" or "max_completion_tokens" => true,
        "reasoning" => supported.Contains("reasoning") || supported.Contains("reasoning_effort") || supported.Contains("include_reasoning"),
        "response_format" => supported.Contains("response_format") || supported.Contains("structured_outputs"),
        _ => supported.Contains(parameter),
    };

    /// <summary>A parameter that nobody here knows: the caller means the provider, which takes it or says so.</summary>
    public static bool PassesAsIs(string parameter) => !Said.Contains(parameter) && !LeftOut.Contains(parameter);
}
