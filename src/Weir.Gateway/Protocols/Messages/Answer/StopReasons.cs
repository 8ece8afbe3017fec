namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Maps why an answer ended to this protocol's words.</summary>
internal static class StopReasons
{
    public const string Refusal = "refusal";
    public const string StopSequence = "stop_sequence";
    private const string ToolUse = "tool_use";

    /// <param name="reason">The chat API's reason; null when the answer did not say.</param>
    /// <param name="native">The provider's own word.</param>
    /// <param name="hasSequence">Whether the provider says which stop sequence ended it.</param>
    /// <param name="hasRefusal">Whether the model refused in words of its own.</param>
    public static string? Of(string? reason, string? native, bool hasSequence, bool hasRefusal) => reason switch
    {
        null => null,
        "tool_calls" => ToolUse,
        "length" => native == "model_context_window_exceeded" ? native : "max_tokens",
        "content_filter" => Refusal,
        _ when hasRefusal => Refusal,
        _ when native is "pause_turn" or StopSequence => native,
        _ when hasSequence => StopSequence,
        _ => "end_turn",
    };
}
