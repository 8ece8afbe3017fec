using System.Text;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Flattens one input or output item of the Responses API to the attributes of a message.</summary>
/// <remarks>Items of kinds that are not known write nothing and keep their index, as in the Python package.</remarks>
internal static class ResponseItemAttributes
{
    public static void Write(AttributeSink sink, string prefix, JsonElement item)
    {
        var type = JsonRead.TryGetString(item, "type"u8, out var named) ? named : "message";
        switch (type)
        {
            case "message":
                ChatMessageAttributes.Write(sink, prefix, item);
                break;
            case "reasoning":
                WriteReasoning(sink, prefix, item);
                break;
            case "function_call":
                WriteCall(sink, prefix, item, "call_id"u8, null);
                WriteArguments(sink, prefix, item);
                break;
            case "custom_tool_call":
                WriteCall(sink, prefix, item, "call_id"u8, null);
                WriteCustomInput(sink, prefix, item);
                break;
            case "function_call_output" or "custom_tool_call_output":
                WriteOutput(sink, prefix, item);
                break;
            case "computer_call":
                WriteCall(sink, prefix, item, "call_id"u8, type);
                break;
            case "file_search_call" or "web_search_call":
                WriteCall(sink, prefix, item, "id"u8, type);
                break;
        }
    }

    // {"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"…"}],"encrypted_content":"gAAA…"}
    private static void WriteReasoning(AttributeSink sink, string prefix, JsonElement item)
    {
        var part = $"{prefix}{MessageAttributes.Contents}.0.";
        sink.Set(prefix + MessageAttributes.Role, "assistant");
        sink.Set(part + MessageContentAttributes.Type, MessageContentTypes.Reasoning);
        var text = Texts(item, "summary"u8) ?? Texts(item, "content"u8);
        if (text is not null)
        {
            sink.Set(part + MessageContentAttributes.Text, text);
        }

        RequestBodyAttributes.SetText(sink, part + MessageContentAttributes.Id, item, "id"u8);
        RequestBodyAttributes.SetText(sink, part + MessageContentAttributes.EncryptedContent, item, "encrypted_content"u8);
    }

    private static void WriteCall(AttributeSink sink, string prefix, JsonElement item, ReadOnlySpan<byte> id, string? name)
    {
        var call = Call(prefix);
        sink.Set(prefix + MessageAttributes.Role, "assistant");
        RequestBodyAttributes.SetText(sink, call + ToolCallAttributes.Id, item, id);
        if (name is not null)
        {
            sink.Set(call + ToolCallAttributes.FunctionName, name);
        }
        else
        {
            RequestBodyAttributes.SetText(sink, call + ToolCallAttributes.FunctionName, item, "name"u8);
        }
    }

    private static void WriteArguments(AttributeSink sink, string prefix, JsonElement item)
    {
        if (JsonRead.TryGetString(item, "arguments"u8, out var arguments) && arguments != "{}")
        {
            sink.Set(Call(prefix) + ToolCallAttributes.FunctionArgumentsJson, arguments);
        }
    }

    private static void WriteCustomInput(AttributeSink sink, string prefix, JsonElement item)
    {
        if (JsonRead.TryGetString(item, "input"u8, out var input))
        {
            sink.Set(Call(prefix) + ToolCallAttributes.FunctionArgumentsJson, $"{{\"input\":\"{JsonEncodedText.Encode(input)}\"}}");
        }
    }

    private static void WriteOutput(AttributeSink sink, string prefix, JsonElement item)
    {
        sink.Set(prefix + MessageAttributes.Role, "tool");
        RequestBodyAttributes.SetText(sink, prefix + MessageAttributes.ToolCallId, item, "call_id"u8);
        RequestBodyAttributes.SetText(sink, prefix + MessageAttributes.Content, item, "output"u8);
        if (JsonRead.TryGetArray(item, "output"u8, out var parts))
        {
            new ContentPartWriter(sink, prefix).All(parts);
        }
    }

    private static string Call(string prefix) => $"{prefix}{MessageAttributes.ToolCalls}.0.";

    private static string? Texts(JsonElement item, ReadOnlySpan<byte> name)
    {
        if (!JsonRead.TryGetArray(item, name, out var parts))
        {
            return null;
        }

        StringBuilder? all = null;
        foreach (var part in parts.EnumerateArray())
        {
            if (JsonRead.TryGetString(part, "text"u8, out var text))
            {
                all = all is null ? new StringBuilder(text) : all.Append('\n').Append(text);
            }
        }

        return all?.ToString();
    }
}
