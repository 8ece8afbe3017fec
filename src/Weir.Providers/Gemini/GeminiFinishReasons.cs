using System.Collections.Frozen;

namespace Weir.Providers.Gemini;

/// <summary>Maps Gemini's reasons to stop to those of the chat API.</summary>
/// <remarks>Source: FinishReason of https://ai.google.dev/api/generate-content. A reason nobody knew when this was written counts as a stop.</remarks>
internal static class GeminiFinishReasons
{
    public const string Error = "error";

    private static readonly FrozenDictionary<string, string> Rows = new Dictionary<string, string>
    {
        ["MAX_TOKENS"] = "length",
        ["SAFETY"] = "content_filter",
        ["RECITATION"] = "content_filter",
        ["BLOCKLIST"] = "content_filter",
        ["PROHIBITED_CONTENT"] = "content_filter",
        ["SPII"] = "content_filter",
        ["IMAGE_SAFETY"] = "content_filter",
        ["IMAGE_PROHIBITED_CONTENT"] = "content_filter",
        ["IMAGE_RECITATION"] = "content_filter",
        ["MODEL_ARMOR"] = "content_filter",
        ["LANGUAGE"] = Error,
        ["OTHER"] = Error,
        ["IMAGE_OTHER"] = Error,
        ["NO_IMAGE"] = Error,
        ["MALFORMED_FUNCTION_CALL"] = Error,
        ["UNEXPECTED_TOOL_CALL"] = Error,
        ["TOO_MANY_TOOL_CALLS"] = Error,
        ["MISSING_THOUGHT_SIGNATURE"] = Error,
        ["MALFORMED_RESPONSE"] = Error,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string native, bool hasToolCalls) => Rows.GetValueOrDefault(native) ?? (hasToolCalls ? "tool_calls" : "stop");
}
