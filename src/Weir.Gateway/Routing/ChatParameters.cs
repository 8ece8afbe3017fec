using System.Collections.Frozen;
using Weir.Gateway.Catalog;

namespace Weir.Gateway.Routing;

/// <summary>The parameters of the chat API that an endpoint may take or not.</summary>
public static class ChatParameters
{
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "temperature", "top_p", "top_k", "min_p", "top_a", "frequency_penalty", "presence_penalty", "repetition_penalty", "max_tokens", "max_completion_tokens",
        "logit_bias", "logprobs", "top_logprobs", "prediction", "seed", "response_format", "structured_outputs", "stop",
        "tools", "tool_choice", "parallel_tool_calls",
        "include_reasoning", "reasoning", "reasoning_effort", "web_search_options", "verbosity");

    /// <summary>Whether an endpoint takes a parameter, under whichever of its names.</summary>
    public static bool IsTaken(EndpointEntry endpoint, string name) => name switch
    {
        "max_tokens" or "max_completion_tokens" => Takes(endpoint, "max_tokens") || Takes(endpoint, "max_completion_tokens"),
        "reasoning" or "reasoning_effort" or "include_reasoning" =>
            Takes(endpoint, "reasoning") || Takes(endpoint, "reasoning_effort") || Takes(endpoint, "include_reasoning"),
        "response_format" => Takes(endpoint, "response_format") || Takes(endpoint, "structured_outputs"),
        _ => Takes(endpoint, name),
    };

    // The operator may list fewer than the dialect can say, never more.
    private static bool Takes(EndpointEntry endpoint, string name) =>
        endpoint.Provider.Dialect.Parameters.Contains(name) && (endpoint.SupportedParameters?.Contains(name) ?? true);
}
