using System.Collections.Frozen;

namespace Weir.Gateway.Chat;

/// <summary>Maps what providers say about the end of an answer to the five values of the API.</summary>
/// <remarks>Source: the normalisation table of the chat API; an unknown reason counts as a stop.</remarks>
public static class FinishReasons
{
    public const string Stop = "stop";
    public const string ToolCalls = "tool_calls";
    public const string Error = "error";
    public const string Length = "length";
    public const string ContentFilter = "content_filter";

    private static readonly FrozenDictionary<string, string> Rows = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["length"] = Length,
        ["max_tokens"] = Length,
        ["max_output_tokens"] = Length,
        ["model_length"] = Length,
        ["model_context_window_exceeded"] = Length,
        ["tool_calls"] = ToolCalls,
        ["tool_use"] = ToolCalls,
        ["function_call"] = ToolCalls,
        ["tool_call"] = ToolCalls,
        ["content_filter"] = ContentFilter,
        ["refusal"] = ContentFilter,
        ["safety"] = ContentFilter,
        ["recitation"] = ContentFilter,
        ["prohibited_content"] = ContentFilter,
        ["blocklist"] = ContentFilter,
        ["guardrail_intervened"] = ContentFilter,
        ["error"] = Error,
        ["malformed_function_call"] = Error,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="native">The provider's own text.</param>
    /// <param name="hasToolCalls">Whether the answer calls tools: some providers report a plain stop then.</param>
    public static string Normalise(string native, bool hasToolCalls)
    {
        var reason = Rows.GetValueOrDefault(native, Stop);
        return reason == Stop && hasToolCalls ? ToolCalls : reason;
    }
}
