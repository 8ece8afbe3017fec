using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Input;

/// <summary>Writes the items of a history as chat messages: what the model said in one turn becomes one message.</summary>
internal sealed class InputTranslator(Utf8JsonWriter writer)
{
    private readonly AssistantTurn _turn = new();

    /// <exception cref="GatewayException">400 with the place that is wrong; 501 naming an item that cannot be left out.</exception>
    public void WriteAll(JsonElement items)
    {
        var index = 0;
        foreach (var item in items.EnumerateArray())
        {
            Write(item, $"input[{index++}]");
        }

        _turn.Flush(writer);
    }

    private void Write(JsonElement item, string place)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw RequestFault.WrongKind(place, item, "an object with a 'type', or a message with a 'role'");
        }

        switch (item.FindText("type"u8) ?? (item.Find("role"u8) is null ? null : "message"))
        {
            case null:
                throw RequestFault.WrongKind($"{place}.type", item.Find("type"u8), "a string such as message, reasoning or function_call");
            case "message":
                WriteMessage(item, place);
                break;
            case "reasoning":
                _turn.AddReasoning(item);
                break;
            case "function_call":
                _turn.AddCall(item, place, "arguments"u8);
                break;
            case "custom_tool_call":
                _turn.AddCall(item, place, "input"u8);
                break;
            case "function_call_output" or "custom_tool_call_output":
                WriteResult(item, place);
                break;
            case var type when NativeTool.OfCall(type) is { } native:
                _turn.AddCall(item, place, native);
                break;
            case var type when NativeTool.IsResult(type):
                WriteNativeResult(item, place);
                break;
            case "item_reference":
                throw RequestFault.Invalid($"'{place}' is an item_reference, which cannot be resolved: responses are not kept. Send the item itself.");

            // The conversation would be another without them; every other item that is not known adds to it and is left out.
            case ("compaction" or "context_compaction" or "additional_tools") and var type:
                throw RequestFault.NotBuilt($"The input item '{type}' ({place})");
        }
    }

    private void WriteMessage(JsonElement item, string place)
    {
        var role = item.RequireString("role"u8, $"{place}.role").Text();
        switch (role)
        {
            case "assistant":
                _turn.AddMessage(item, place);
                return;
            case "user" or "system" or "developer":
                _turn.Flush(writer);
                writer.WriteStartObject();
                writer.WriteString("role"u8, role);
                ContentTranslator.Write(item.Find("content"u8), $"{place}.content", writer);
                writer.WriteEndObject();
                return;
            default:
                throw RequestFault.Invalid($"'{place}.role' is \"{role}\"; it must be user, assistant, system or developer.");
        }
    }

    private void WriteResult(JsonElement item, string place)
    {
        BeginResult(item.RequireString("call_id"u8, $"{place}.call_id"));
        ContentTranslator.Write(item.Find("output"u8), $"{place}.output", writer);
        writer.WriteEndObject();
    }

    // Text, a list of what each command did, or, of a patch, nothing but whether it worked: the model reads it as it stands.
    private void WriteNativeResult(JsonElement item, string place)
    {
        BeginResult(item.FindString("call_id"u8) ?? item.RequireString("id"u8, $"{place}.call_id"));
        if ((item.Find("output"u8) ?? item.RequireString("status"u8, $"{place}.output")) is { ValueKind: not JsonValueKind.String } output)
        {
            writer.WriteString("content"u8, output.GetRawText());
        }
        else
        {
            writer.WriteRaw("content"u8, item.FindString("output"u8) ?? item.FindString("status"u8));
        }

        writer.WriteEndObject();
    }

    private void BeginResult(JsonElement call)
    {
        _turn.Flush(writer);
        writer.WriteStartObject();
        writer.WriteString("role"u8, "tool"u8);
        writer.WriteRaw("tool_call_id"u8, call);
    }
}
