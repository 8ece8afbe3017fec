using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Translates the system prompt and the turns to one list of chat messages.</summary>
/// <remarks>
/// <code>
/// "system":"S","messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"a","content":"12"},{"type":"text","text":"Q"}]}]
/// "messages":[{"role":"system","content":"S"},{"role":"tool","tool_call_id":"a","content":"12"},{"role":"user","content":"Q"}]
/// </code>
/// </remarks>
internal static class ConversationTranslator
{
    public static void Write(Utf8JsonWriter writer, JsonElement request)
    {
        writer.WriteStartArray("messages"u8);
        if (request.Find("system"u8) is { } system)
        {
            WriteSystem(writer, system, "system");
        }

        var index = 0;
        foreach (var message in request.Find("messages"u8)!.Value.EnumerateArray())
        {
            Write(writer, message, $"messages[{index++}]");
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement message, string place)
    {
        var content = message.Find("content"u8);
        if (content?.ValueKind is not (JsonValueKind.String or JsonValueKind.Array))
        {
            throw Refusal.Invalid($"'{place}.content' is {content.KindName()}; it must be a text or a list of content blocks.");
        }

        var at = place + ".content";
        switch (message.FindText("role"u8))
        {
            case "user":
                UserTurnTranslator.Write(writer, content.Value, at);
                break;
            case "assistant":
                AssistantTurnTranslator.Write(writer, content.Value, at);
                break;
            case "system":
                WriteSystem(writer, content.Value, at);
                break;
            case var role:
                throw Refusal.Invalid($"'{place}.role' is \"{role}\"; it can be user, assistant or system.");
        }
    }

    private static void WriteSystem(Utf8JsonWriter writer, JsonElement content, string place)
    {
        if (content.ValueKind is not (JsonValueKind.String or JsonValueKind.Array))
        {
            throw Refusal.Invalid($"'{place}' is {content.KindName()}; it must be a text or a list of text blocks.");
        }

        if (content.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var block in content.EnumerateArray())
            {
                var at = $"{place}[{index++}]";
                if (block.FindText("type"u8) != "text")
                {
                    throw BlockRefusals.Of(block, at, "a system prompt takes text");
                }
            }
        }

        writer.WriteStartObject();
        writer.WriteString("role"u8, "system"u8);
        PartTranslator.WriteContent(writer, content, place);
        writer.WriteEndObject();
    }
}
