using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Providers.Bedrock;

/// <summary>Writes why an answer ended, in the chat API's word and in Converse's own.</summary>
internal static class ConverseFinish
{
    public static void Write(Utf8JsonWriter writer, string native)
    {
        var reason = native switch
        {
            "content_filtered" => "content_filter",
            "malformed_model_output" or "malformed_tool_use" => FinishReasons.Error,
            _ => FinishReasons.Normalise(native, hasToolCalls: false),
        };
        writer.WriteString("finish_reason"u8, reason);
        writer.WriteString("native_finish_reason"u8, native);
        if (reason == FinishReasons.Error)
        {
            ConverseErrors.Write(writer, 502, $"The model's output could not be used ({native}).", native);
        }
    }
}
