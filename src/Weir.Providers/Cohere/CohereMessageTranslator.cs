using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers.Cohere;

/// <summary>Writes messages, which Cohere takes much as the chat API has them.</summary>
/// <remarks>
/// <code>
/// {"role":"assistant","content":"Looking.","tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":""}}]}
/// {"role":"assistant","tool_plan":"Looking.","tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]}
/// </code>
/// </remarks>
internal static class CohereMessageTranslator
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<JsonElement> messages)
    {
        writer.WriteStartArray("messages"u8);
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            WriteMessage(writer, message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter writer, JsonElement message)
    {
        switch (message.Text("role"))
        {
            case "system" or "developer":
                writer.WriteString("role"u8, "system");
                writer.WriteString("content"u8, MessageText.NamePrefix(message) + MessageText.Of(message));
                break;
            case "user":
                writer.WriteString("role"u8, "user");
                WriteContent(writer, message);
                break;
            case "assistant":
                writer.WriteString("role"u8, "assistant");
                WriteAssistant(writer, message);
                break;
            case "tool":
                writer.WriteString("role"u8, "tool");
                writer.WriteString("tool_call_id"u8, message.Text("tool_call_id") ?? throw new TranslationException("A tool message has no 'tool_call_id'."));
                RequireText(message);
                writer.WriteString("content"u8, MessageText.Of(message));
                break;
            case var other:
                throw new TranslationException($"Cohere has no messages of role '{other}'. Use system, developer, user, assistant or tool.");
        }
    }

    private static void WriteContent(Utf8JsonWriter writer, JsonElement message)
    {
        if (!message.Items("content").Any(part => part.Text("type") != "text"))
        {
            writer.WriteString("content"u8, MessageText.NamePrefix(message) + MessageText.Of(message));
            return;
        }

        var prefix = MessageText.NamePrefix(message);
        writer.WriteStartArray("content"u8);
        foreach (var part in message.Items("content"))
        {
            WritePart(writer, part, ref prefix);
        }

        writer.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter writer, JsonElement part, ref string prefix)
    {
        writer.WriteStartObject();
        switch (part.Text("type"))
        {
            case "text":
                writer.WriteString("type"u8, "text");
                writer.WriteString("text"u8, prefix + part.Text("text"));
                prefix = "";
                break;
            case "image_url":
                WriteImage(writer, part);
                break;
            case var other:
                throw new TranslationException($"Cohere has no content part of type '{other}'. Use text and image_url.");
        }

        writer.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter writer, JsonElement part)
    {
        _ = part.TryMember("image_url", out var image);
        var url = image.TryMember("url", out var inner) ? inner : image;
        writer.WriteString("type"u8, "image_url");
        writer.WriteStartObject("image_url"u8);
        writer.WriteString("url"u8, url.Utf8());
        if (image.Text("detail") is ("auto" or "low" or "high") and var detail)
        {
            writer.WriteString("detail"u8, detail);
        }

        writer.WriteEndObject();
    }

    // Beside calls there is no place for text but the plan.
    private static void WriteAssistant(Utf8JsonWriter writer, JsonElement message)
    {
        var details = message.Items("reasoning_details").Where(IsOurs).ToArray();
        var plan = string.Concat(details.Where(IsPlan).Select(detail => detail.Text("text")));
        var thoughts = string.Concat(details.Where(detail => !IsPlan(detail)).Select(detail => detail.Text("text")));
        var thinking = details.Length == 0 ? message.Text("reasoning") ?? "" : thoughts;
        RequireText(message);
        var text = MessageText.Of(message);
        var hasCalls = message.Items("tool_calls").Any();
        if (thinking.Length > 0)
        {
            WriteThinking(writer, thinking, hasCalls ? "" : text);
        }
        else if (!hasCalls)
        {
            writer.WriteString("content"u8, text);
        }

        if (hasCalls)
        {
            if ((plan.Length > 0 ? plan : text) is { Length: > 0 } said)
            {
                writer.WriteString("tool_plan"u8, said);
            }

            WriteCalls(writer, message);
        }
    }

    private static bool IsOurs(JsonElement detail) => detail.Text("type") == "reasoning.text" && detail.Text("format") == "unknown";

    private static bool IsPlan(JsonElement detail) => detail.Text("id") == CohereReasoning.PlanId;

    private static void WriteThinking(Utf8JsonWriter writer, string thinking, string text)
    {
        writer.WriteStartArray("content"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "thinking");
        writer.WriteString("thinking"u8, thinking);
        writer.WriteEndObject();
        if (text.Length > 0)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "text");
            writer.WriteString("text"u8, text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCalls(Utf8JsonWriter writer, JsonElement message)
    {
        writer.WriteStartArray("tool_calls"u8);
        foreach (var call in message.Items("tool_calls"))
        {
            if (!call.TryMember("function", out var function) || function.Text("name") is not { } name || call.Text("id") is not { } id)
            {
                throw new TranslationException("A tool call has no 'id' or no 'function.name'.");
            }

            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            writer.WriteString("type"u8, "function");
            writer.WriteStartObject("function"u8);
            writer.WriteString("name"u8, name);
            writer.WriteString("arguments"u8, ToolArguments.AsObject(function, $"the call to '{name}'"));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void RequireText(JsonElement message)
    {
        if (message.Items("content").FirstOrDefault(part => part.Text("type") is not ("text" or "refusal")) is { ValueKind: JsonValueKind.Object } foreign)
        {
            throw new TranslationException($"Cohere takes text in {message.Text("role")} messages, not a part of type '{foreign.Text("type")}'.");
        }
    }
}
