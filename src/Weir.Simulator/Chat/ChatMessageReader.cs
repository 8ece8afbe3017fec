using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Chat;

/// <summary>Reads and checks the <c>messages</c> of a request.</summary>
internal static class ChatMessageReader
{
    public static ImmutableArray<ChatMessage> Read(JsonElement body)
    {
        var list = body.Field("messages") ?? throw JsonFields.Missing("messages");
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw JsonFields.WrongType("messages", "an array of objects", list);
        }

        if (list.GetArrayLength() == 0)
        {
            throw JsonFields.Refuse("Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead.", "messages", "empty_array");
        }

        var messages = list.EnumerateArray().Select((item, index) => ReadMessage(item, $"messages[{index}]")).ToImmutableArray();
        CheckToolResults(messages);
        return messages;
    }

    private static ChatMessage ReadMessage(JsonElement item, string path)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            throw JsonFields.WrongType(path, "an object", item);
        }

        var role = item.RequiredString("role", path + ".role");
        if (role is not ("system" or "developer" or "user" or "assistant" or "tool" or "function"))
        {
            throw JsonFields.Refuse(
                $"Invalid value: '{role}'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'.", path + ".role", "invalid_value");
        }

        var calls = ReadToolCalls(item, path + ".tool_calls");
        var (text, mediaCount) = ReadContent(item, path + ".content", mayBeMissing: role == "assistant");
        return new ChatMessage
        {
            Role = role,
            Text = text,
            MediaCount = mediaCount,
            Name = item.OptionalString("name", path + ".name"),
            ToolCalls = calls,
            ToolCallId = role == "tool" ? item.RequiredString("tool_call_id", path + ".tool_call_id") : null,
        };
    }

    private static (string Text, int MediaCount) ReadContent(JsonElement item, string path, bool mayBeMissing)
    {
        if (item.Field("content") is not { } content)
        {
            return mayBeMissing ? ("", 0) : throw JsonFields.Refuse($"Invalid value for '{path}': expected a string, got null.", path, "invalid_type");
        }

        if (content.ValueKind == JsonValueKind.String)
        {
            return (content.Text(path), 0);
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            throw JsonFields.WrongType(path, "one of a string or array of objects", content);
        }

        var text = new StringBuilder();
        var mediaCount = 0;
        foreach (var part in content.EnumerateArray())
        {
            mediaCount += ReadPart(part, path, text);
        }

        return (text.ToString(), mediaCount);
    }

    private static int ReadPart(JsonElement part, string path, StringBuilder text)
    {
        if (part.ValueKind != JsonValueKind.Object)
        {
            throw JsonFields.WrongType(path + "[]", "an object", part);
        }

        var type = part.RequiredString("type", path + "[].type");
        switch (type)
        {
            case "text" or "refusal":
                text.Append(text.Length > 0 ? "\n" : "").Append(part.RequiredString(type, $"{path}[].{type}"));
                return 0;
            case "image_url" or "input_audio" or "file" or "video_url" or "input_video":
                return 1;
            default:
                throw JsonFields.Refuse(
                    $"Invalid value: '{type}'. Supported values are: 'text', 'image_url', 'input_audio', 'refusal', 'file', and 'video_url'.", path + "[].type", "invalid_value");
        }
    }

    private static ImmutableArray<ChatToolCall> ReadToolCalls(JsonElement item, string path)
    {
        if (item.Field("tool_calls") is not { } calls)
        {
            return [];
        }

        return calls.ValueKind == JsonValueKind.Array
            ? [.. calls.EnumerateArray().Select(call => ReadToolCall(call, path + "[]"))]
            : throw JsonFields.WrongType(path, "an array of objects", calls);
    }

    private static ChatToolCall ReadToolCall(JsonElement call, string path)
    {
        var function = call.Field("function") ?? throw JsonFields.Missing(path + ".function");
        return new ChatToolCall(
            call.RequiredString("id", path + ".id"),
            function.RequiredString("name", path + ".function.name"),
            function.RequiredString("arguments", path + ".function.arguments"));
    }

    // The rule that most often breaks in a gateway: a result must answer a call that was made.
    private static void CheckToolResults(ImmutableArray<ChatMessage> messages)
    {
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            made.UnionWith(message.ToolCalls.Select(call => call.Id));
            if (message.ToolCallId is { } id && !made.Contains(id))
            {
                throw JsonFields.Refuse(
                    $"Invalid parameter: messages with role 'tool' must be a response to a preceding message with 'tool_calls'; no call has the id '{id}'.", "messages", "invalid_value");
            }
        }
    }
}
