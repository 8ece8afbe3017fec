using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>Flattens one chat message, sent or received, to the attributes of its list element.</summary>
internal static class ChatMessageAttributes
{
    /// <summary>Writes a list of messages, indexed from 0 in their order.</summary>
    public static void WriteList(AttributeSink sink, string list, JsonElement messages)
    {
        var index = 0;
        foreach (var message in messages.EnumerateArray())
        {
            Write(sink, $"{list}.{index++}.", message);
        }
    }

    /// <summary>Writes one message. Empty and missing values write nothing.</summary>
    /// <param name="sink">Where to.</param>
    /// <param name="prefix">List and index, with a final dot.</param>
    /// <param name="message">The message object; anything else writes nothing.</param>
    public static void Write(AttributeSink sink, string prefix, JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        SetText(sink, prefix, MessageAttributes.Role, message, "role"u8);
        SetText(sink, prefix, MessageAttributes.ToolCallId, message, "tool_call_id"u8);
        ChatContentAttributes.Write(sink, prefix, message);
        SetText(sink, prefix, MessageAttributes.Name, message, "name"u8);
        if (JsonRead.TryGetObject(message, "function_call"u8, out var function))
        {
            SetText(sink, prefix, MessageAttributes.FunctionCallName, function, "name"u8);
            SetText(sink, prefix, MessageAttributes.FunctionCallArgumentsJson, function, "arguments"u8);
        }

        if (JsonRead.TryGetArray(message, "tool_calls"u8, out var calls))
        {
            WriteToolCalls(sink, prefix, calls);
        }
    }

    private static void WriteToolCalls(AttributeSink sink, string prefix, JsonElement calls)
    {
        var index = 0;
        foreach (var call in calls.EnumerateArray())
        {
            var item = $"{prefix}{MessageAttributes.ToolCalls}.{index++}.";
            SetText(sink, item, ToolCallAttributes.Id, call, "id"u8);
            if (JsonRead.TryGetObject(call, "function"u8, out var function))
            {
                SetText(sink, item, ToolCallAttributes.FunctionName, function, "name"u8);
                SetText(sink, item, ToolCallAttributes.FunctionArgumentsJson, function, "arguments"u8);
            }
        }
    }

    private static void SetText(AttributeSink sink, string prefix, string name, JsonElement parent, ReadOnlySpan<byte> property)
    {
        if (JsonRead.TryGetText(parent, property, out var text))
        {
            JsonText.Set(sink, prefix + name, text);
        }
    }
}
