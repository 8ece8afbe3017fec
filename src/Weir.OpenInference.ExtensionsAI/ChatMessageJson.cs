using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Weir.OpenInference.ExtensionsAI;

/// <summary>Writes messages in the OpenAI form.</summary>
internal static class ChatMessageJson
{
    /// <summary>One message a result of a tool, as the OpenAI form has it, then what is left of each message.</summary>
    public static IEnumerable<ChatMessage> Split(IEnumerable<ChatMessage> messages)
    {
        foreach (var message in messages)
        {
            var results = message.Contents.OfType<FunctionResultContent>().ToArray();
            foreach (var result in results)
            {
                yield return new ChatMessage(ChatRole.Tool, [result]);
            }

            if (results.Length == 0)
            {
                yield return message;
            }
            else if (message.Contents.Count > results.Length)
            {
                yield return new ChatMessage(message.Role, [.. message.Contents.Where(static content => content is not FunctionResultContent)]) { AuthorName = message.AuthorName };
            }
        }
    }

    /// <summary>Writes one message of <see cref="Split"/>.</summary>
    public static void Write(Utf8JsonWriter writer, ChatMessage message)
    {
        if (message.Contents is [FunctionResultContent result])
        {
            WriteResult(writer, result);
        }
        else
        {
            WriteMessage(writer, message);
        }
    }

    /// <summary>JSON of an argument or a result, whatever it is; a text stays a text.</summary>
    public static string ValueText(object? value) => value switch
    {
        null => "null",
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        JsonElement json => json.GetRawText(),
        _ => ValueJson.Of(value),
    };

    private static void WriteResult(Utf8JsonWriter writer, FunctionResultContent result)
    {
        writer.WriteStartObject();
        writer.WriteString("role", "tool");
        writer.WriteString("tool_call_id", result.CallId);
        writer.WriteString("content", ValueText(result.Result));
        writer.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter writer, ChatMessage message)
    {
        writer.WriteStartObject();
        writer.WriteString("role", message.Role.Value);
        ChatJson.WriteText(writer, "name", message.AuthorName);
        var reasoning = string.Concat(message.Contents.OfType<TextReasoningContent>().Select(static content => content.Text));
        ChatJson.WriteText(writer, "reasoning", reasoning);
        WriteParts(writer, [.. message.Contents.Where(static content => content is TextContent or DataContent or UriContent)]);
        WriteCalls(writer, [.. message.Contents.OfType<FunctionCallContent>()]);
        writer.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter writer, AIContent[] parts)
    {
        if (parts.Length == 0)
        {
            return;
        }

        if (Array.TrueForAll(parts, static part => part is TextContent))
        {
            // Pieces of one text, as a stream delivers them.
            writer.WriteString("content", string.Concat(parts.Select(static part => ((TextContent)part).Text)));
            return;
        }

        writer.WriteStartArray("content");
        foreach (var part in parts)
        {
            WritePart(writer, part);
        }

        writer.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter writer, AIContent part)
    {
        writer.WriteStartObject();
        switch (part)
        {
            case TextContent text:
                writer.WriteString("type", "text");
                writer.WriteString("text", text.Text);
                break;
            case DataContent data when data.HasTopLevelMediaType("image"):
                WriteUrl(writer, "image_url", data.Uri);
                break;
            case DataContent data when data.HasTopLevelMediaType("audio"):
                writer.WriteString("type", "input_audio");
                writer.WriteStartObject("input_audio");
                writer.WriteString("data", data.Base64Data.Span);
                writer.WriteString("format", data.MediaType["audio/".Length..]);
                writer.WriteEndObject();
                break;
            case UriContent uri when uri.HasTopLevelMediaType("image"):
                WriteUrl(writer, "image_url", uri.Uri.OriginalString);
                break;
            case UriContent uri when uri.HasTopLevelMediaType("video"):
                WriteUrl(writer, "video_url", uri.Uri.OriginalString);
                break;
            default:
                writer.WriteString("type", "file");
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteUrl(Utf8JsonWriter writer, string type, string url)
    {
        writer.WriteString("type", type);
        writer.WriteStartObject(type);
        writer.WriteString("url", url);
        writer.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter writer, FunctionCallContent[] calls)
    {
        if (calls.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("tool_calls");
        foreach (var call in calls)
        {
            writer.WriteStartObject();
            writer.WriteString("id", call.CallId);
            writer.WriteString("type", "function");
            writer.WriteStartObject("function");
            writer.WriteString("name", call.Name);
            writer.WriteString("arguments", Arguments(call));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Arguments(FunctionCallContent call) => call.Arguments is null ? "{}" : ValueJson.OfArguments(call.Arguments);
}
