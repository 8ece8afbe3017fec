using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Ollama;

/// <summary>Writes messages: text as one string, images beside it, calls with their arguments as objects.</summary>
/// <remarks>
/// <code>
/// {"role":"user","content":[{"type":"text","text":"What is it?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBO"}}]}
/// {"role":"user","content":"What is it?","images":["iVBO"]}
/// {"role":"tool","tool_call_id":"c1","content":"18"}     {"role":"tool","content":"18","tool_name":"weather","tool_call_id":"c1"}
/// </code>
/// </remarks>
internal static class OllamaMessageTranslator
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<JsonElement> messages)
    {
        // Names of the calls so far by their ids. Bounded by the calls in the request.
        var calls = new Dictionary<string, string>(StringComparer.Ordinal);
        writer.WriteStartArray("messages"u8);
        foreach (var message in messages)
        {
            WriteMessage(writer, message, calls);
        }

        writer.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter writer, JsonElement message, Dictionary<string, string> calls)
    {
        var role = message.Text("role") switch
        {
            "system" or "developer" => "system",
            "user" => "user",
            "assistant" => "assistant",
            "tool" or "function" => "tool",
            var other => throw new TranslationException($"Ollama has no messages of role '{other}'. Use system, developer, user, assistant or tool."),
        };
        writer.WriteStartObject();
        writer.WriteString("role"u8, role);
        writer.WriteString("content"u8, (role is "user" or "system" ? MessageText.NamePrefix(message) : "") + MessageText.Of(message));
        WriteImages(writer, message);
        if (role == "assistant")
        {
            WriteThinking(writer, message);
            WriteCalls(writer, message, calls);
        }
        else if (role == "tool")
        {
            WriteToolName(writer, message, calls);
        }

        writer.WriteEndObject();
    }

    private static void WriteImages(Utf8JsonWriter writer, JsonElement message)
    {
        var media = message.Items("content").Where(part => part.Text("type") is not ("text" or "refusal")).ToArray();
        if (media.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("images"u8);
        foreach (var part in media)
        {
            if (part.Text("type") != "image_url")
            {
                throw new TranslationException($"Ollama has no content part of type '{part.Text("type")}'. Use text and image_url.");
            }

            if (DataUrl.Read(UrlOf(part)) is not { } data)
            {
                throw new TranslationException("Ollama does not fetch images. Send 'image_url' with a data URL.");
            }

            writer.WriteStringValue(data.Base64);
        }

        writer.WriteEndArray();
    }

    private static JsonElement UrlOf(JsonElement part)
    {
        _ = part.TryMember("image_url", out var image);
        return image.TryMember("url", out var url) ? url : image;
    }

    // What a model thought between its calls goes back to it; its own templates drop what is older.
    private static void WriteThinking(Utf8JsonWriter writer, JsonElement message)
    {
        var text = message.Text("reasoning") ?? message.Text("reasoning_content")
            ?? string.Concat(message.Items("reasoning_details").Where(detail => detail.Text("type") == "reasoning.text").Select(detail => detail.Text("text")));
        if (text.Length > 0)
        {
            writer.WriteString("thinking"u8, text);
        }
    }

    private static void WriteCalls(Utf8JsonWriter writer, JsonElement message, Dictionary<string, string> calls)
    {
        if (!message.Items("tool_calls").Any())
        {
            return;
        }

        writer.WriteStartArray("tool_calls"u8);
        foreach (var call in message.Items("tool_calls"))
        {
            var id = call.Text("id");
            if (!call.TryMember("function", out var function) || function.Text("name") is not { } name)
            {
                throw new TranslationException($"The tool call '{id}' has no 'function.name'.");
            }

            writer.WriteStartObject();
            if (id is not null)
            {
                calls[id] = name;
                writer.WriteString("id"u8, id);
            }

            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, name);
            writer.WritePropertyName("arguments"u8);
            writer.WriteRawValue(ToolArguments.AsObject(function, $"the call to '{name}'"), skipInputValidation: true);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteToolName(Utf8JsonWriter writer, JsonElement message, Dictionary<string, string> calls)
    {
        var id = message.Text("tool_call_id");
        if ((id is not null && calls.TryGetValue(id, out var name) ? name : message.Text("name")) is { } known)
        {
            writer.WriteString("tool_name"u8, known);
        }

        if (id is not null)
        {
            writer.WriteString("tool_call_id"u8, id);
        }
    }
}
