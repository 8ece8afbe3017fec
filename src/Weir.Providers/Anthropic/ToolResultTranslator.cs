using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Translates the result of a tool call.</summary>
/// <remarks>
/// <code>
/// {"role":"tool","tool_call_id":"a","content":"12 °C"}
/// {"type":"tool_result","tool_use_id":"a","content":[{"type":"text","text":"12 °C"}]}
/// </code>
/// </remarks>
internal static class ToolResultTranslator
{
    // Marks inside a result are on the result as a whole.
    private static readonly CacheMarkBudget NoMarks = new(int.MaxValue, 0);

    /// <exception cref="TranslationException">It does not say which call it answers, or holds what cannot be said.</exception>
    public static ContentBlock Translate(JsonElement message, string place)
    {
        if (message.Text("tool_call_id") is not { Length: > 0 } id)
        {
            throw new TranslationException($"{place} is a tool message without 'tool_call_id'; send the id of the call it answers.");
        }

        var content = PartTranslator.Translate(message, place, PartPlace.ToolResult);
        var isError = message.Flag("is_error") == true;
        return new ContentBlock(writer => Write(writer, id, content, isError)) { Cache = content.FindLast(block => block.Cache is not null)?.Cache };
    }

    private static void Write(Utf8JsonWriter writer, string id, List<ContentBlock> content, bool isError)
    {
        writer.WriteString("type"u8, "tool_result"u8);
        writer.WriteString("tool_use_id"u8, ToolCallIds.Fit(id));
        if (content.Count > 0)
        {
            writer.WriteStartArray("content"u8);
            content.ForEach(block => block.Write(writer, NoMarks));
            writer.WriteEndArray();
        }

        if (isError)
        {
            writer.WriteBoolean("is_error"u8, true);
        }
    }
}
