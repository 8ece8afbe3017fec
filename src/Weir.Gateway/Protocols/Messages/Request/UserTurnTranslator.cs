using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Translates what the user's side says: results of tools are messages of their own, everything between them is one message.</summary>
internal static class UserTurnTranslator
{
    public static void Write(Utf8JsonWriter writer, JsonElement content, string place)
    {
        if (content.ValueKind == JsonValueKind.String)
        {
            WriteUser(writer, content, place);
            return;
        }

        var said = new List<(JsonElement Block, string Place)>();
        var index = 0;
        foreach (var block in content.EnumerateArray())
        {
            var at = $"{place}[{index++}]";
            switch (block.FindText("type"u8))
            {
                case "tool_result":
                    Flush(writer, said);
                    WriteResult(writer, block, at);
                    break;
                case "openrouter_shell_tool_result" or "openrouter_bash_tool_result":
                    // Records of what a client did; no provider is sent them.
                    break;
                default:
                    said.Add((block, at));
                    break;
            }
        }

        Flush(writer, said);
    }

    private static void Flush(Utf8JsonWriter writer, List<(JsonElement Block, string Place)> said)
    {
        if (said.Count == 0)
        {
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("role"u8, "user"u8);
        PartTranslator.WriteContent(writer, said);
        writer.WriteEndObject();
        said.Clear();
    }

    private static void WriteUser(Utf8JsonWriter writer, JsonElement text, string place)
    {
        writer.WriteStartObject();
        writer.WriteString("role"u8, "user"u8);
        PartTranslator.WriteContent(writer, text, place);
        writer.WriteEndObject();
    }

    // {"type":"tool_result","tool_use_id":"a","content":"12 °C","is_error":false}   {"role":"tool","tool_call_id":"a","content":"12 °C"}
    private static void WriteResult(Utf8JsonWriter writer, JsonElement block, string place)
    {
        var id = block.FindFilled("tool_use_id"u8)
            ?? throw Refusal.Invalid($"'{place}.tool_use_id' is missing; send the id of the tool_use block that this result answers.");
        var content = block.Find("content"u8);
        writer.WriteStartObject();
        writer.WriteString("role"u8, "tool"u8);
        writer.WriteRaw("tool_call_id"u8, id);
        switch (content?.ValueKind)
        {
            case null:
                writer.WriteString("content"u8, ""u8);
                break;
            case JsonValueKind.String or JsonValueKind.Array:
                PartTranslator.WriteContent(writer, content.Value, place + ".content");
                break;
            default:
                throw Refusal.Invalid($"'{place}.content' is {content.KindName()}; it must be a text or a list of content blocks.");
        }

        if (block.IsTrue("is_error"u8))
        {
            writer.WriteBoolean("is_error"u8, true);
        }

        PartTranslator.CopyCacheMark(writer, block);
        writer.WriteEndObject();
    }
}
