using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Translates whether and which tools the model may or must call.</summary>
/// <remarks><code>{"type":"any","disable_parallel_tool_use":true}   "tool_choice":"required","parallel_tool_calls":false</code></remarks>
internal static class ToolChoiceTranslator
{
    public static void Write(Utf8JsonWriter writer, JsonElement request)
    {
        var choice = request.Find("tool_choice"u8)!.Value;
        switch (choice.FindText("type"u8))
        {
            case "auto":
                writer.WriteString("tool_choice"u8, "auto"u8);
                break;
            case "none":
                writer.WriteString("tool_choice"u8, "none"u8);
                break;
            case "any":
                writer.WriteString("tool_choice"u8, "required"u8);
                break;
            case "tool":
                WriteNamed(writer, choice);
                break;
            default:
                throw Refusal.Invalid("'tool_choice' must be an object whose 'type' is auto, any, none or tool (with a 'name').");
        }

        if (choice.IsTrue("disable_parallel_tool_use"u8))
        {
            writer.WriteBoolean("parallel_tool_calls"u8, false);
        }
    }

    private static void WriteNamed(Utf8JsonWriter writer, JsonElement choice)
    {
        var name = choice.FindFilled("name"u8) ?? throw Refusal.Invalid("'tool_choice.name' is missing; name the tool that must be called.");
        writer.WriteStartObject("tool_choice"u8);
        writer.WriteString("type"u8, "function"u8);
        writer.WriteStartObject("function"u8);
        writer.WriteRaw("name"u8, name);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
