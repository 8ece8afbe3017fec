using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Translates the result of a tool call.</summary>
/// <remarks>
/// <code>
/// {"role":"tool","tool_call_id":"a","content":"12 °C","is_error":true}
/// {"toolResult":{"toolUseId":"a","content":[{"text":"12 °C"}],"status":"error"}}
/// </code>
/// </remarks>
internal static class ConverseToolResultTranslator
{
    /// <exception cref="TranslationException">It does not say which call it answers, or holds what cannot be said.</exception>
    public static ConverseBlock Translate(JsonElement message, string place, ConversePartTranslator parts)
    {
        if (message.Text("tool_call_id") is not { Length: > 0 } id)
        {
            throw new TranslationException($"{place} is a tool message without 'tool_call_id'; send the id of the call it answers.");
        }

        var content = parts.Translate(message, place, ConversePlace.ToolResult);
        var isError = message.IsTrue("is_error");

        // A mark inside a result is on the result as a whole.
        var mark = content.FindLast(block => block.Cache is not null)?.Cache;
        return new ConverseBlock("toolResult", writer => Write(writer, id, content, isError)) { Cache = mark };
    }

    private static void Write(Utf8JsonWriter writer, string id, List<ConverseBlock> content, bool isError)
    {
        writer.WriteStartObject();
        writer.WriteString("toolUseId"u8, ToolCallIds.Fit(id));
        writer.WriteStartArray("content"u8);
        content.ForEach(block => block.Write(writer, points: null));
        if (content.Count == 0)
        {
            // A result must say something, and a blank text is refused.
            writer.WriteStartObject();
            writer.WriteStartObject("json"u8);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (isError)
        {
            writer.WriteString("status"u8, "error"u8);
        }

        writer.WriteEndObject();
    }
}
