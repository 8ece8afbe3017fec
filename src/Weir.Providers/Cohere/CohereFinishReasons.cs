namespace Weir.Providers.Cohere;

/// <summary>Maps Cohere's reasons to stop to those of the chat API.</summary>
internal static class CohereFinishReasons
{
    public const string Error = "error";

    public static string Of(string native, bool hasToolCalls) => native switch
    {
        "MAX_TOKENS" or "ERROR_LIMIT" => "length",
        "TOOL_CALL" => "tool_calls",
        "ERROR_TOXIC" => "content_filter",
        "ERROR" or "TIMEOUT" => Error,
        _ => hasToolCalls ? "tool_calls" : "stop",
    };
}
