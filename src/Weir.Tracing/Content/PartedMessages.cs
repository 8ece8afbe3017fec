using System.Globalization;
using System.Text.Json;
using Weir.OpenInference;
using Weir.Tracing.Query;

namespace Weir.Tracing.Content;

/// <summary>Reads messages made of typed parts, as OpenTelemetry GenAI and the AI SDK write them.</summary>
/// <remarks>
/// <code>{"role":"assistant","parts":[{"type":"text","content":"hi"},{"type":"tool_call","id":"c1","name":"f","arguments":{}}]}
/// {"role":"assistant","content":[{"type":"text","text":"hi"},{"type":"tool-call","toolCallId":"c1","toolName":"f","input":{}}]}</code>
/// A part of a kind that is not known is shown as its JSON, so that nothing disappears.
/// </remarks>
internal sealed class PartedMessages(IndexedList<MessageDraft> messages)
{
    private int _next;

    /// <summary>Whether a message has parts of these kinds; chat requests have others.</summary>
    public static bool IsParted(JsonElement message) =>
        message.TryGetProperty("parts"u8, out var parts) && parts.ValueKind == JsonValueKind.Array
        || message.TryGetProperty("content"u8, out var content) && content.ValueKind == JsonValueKind.Array
            && content.EnumerateArray().Any(part => TypeOf(part) is "tool-call" or "tool-result" or "reasoning" or "image" or "file");

    public void Add(JsonElement message)
    {
        var draft = messages.At(_next++);
        CopyText(message, "role"u8, draft, MessageAttributes.Role);
        CopyText(message, "name"u8, draft, MessageAttributes.Name);
        CopyText(message, "finish_reason"u8, draft, "message.finish_reason");
        var parts = message.TryGetProperty("parts"u8, out var given) ? given : message.GetProperty("content"u8);
        var (place, calls, results) = (0, 0, 0);
        foreach (var part in parts.EnumerateArray())
        {
            switch (TypeOf(part))
            {
                case "tool_call" or "tool-call":
                    AddCall(draft, calls++, part);
                    break;
                case "tool_call_response" or "tool-result":
                    // Each result is a message of its own; the first takes the place of the one that carries it when nothing else is there.
                    AddResult(results++ == 0 && place == 0 && calls == 0 ? draft : messages.At(_next++), part);
                    break;
                default:
                    AddPart(draft, place++, part);
                    break;
            }
        }
    }

    /// <summary>A message that is all text.</summary>
    public void Add(string role, ReadOnlyMemory<byte> content)
    {
        var draft = messages.At(_next++);
        draft.Set(MessageAttributes.Role, ContentTexts.Quote(role));
        draft.Set(MessageAttributes.Content, content);
    }

    /// <summary>Adds tool calls that stand in a list of their own.</summary>
    public static void AddCalls(MessageDraft draft, JsonElement calls)
    {
        var index = 0;
        foreach (var call in calls.EnumerateArray())
        {
            AddCall(draft, index++, call);
        }
    }

    /// <summary>The place for a message that is read in another way.</summary>
    public int TakePlace() => _next++;

    private static void AddCall(MessageDraft draft, int index, JsonElement part)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{MessageAttributes.ToolCalls}.{index}.");
        Copy(part, draft, path + ToolCallAttributes.Id, "id", "toolCallId");
        Copy(part, draft, path + ToolCallAttributes.FunctionName, "name", "toolName");
        Copy(part, draft, path + ToolCallAttributes.FunctionArgumentsJson, "arguments", "input", "args");
    }

    private static void AddResult(MessageDraft draft, JsonElement part)
    {
        draft.Set(MessageAttributes.Role, ContentTexts.Quote("tool"));
        Copy(part, draft, MessageAttributes.ToolCallId, "id", "toolCallId");
        Copy(part, draft, MessageAttributes.Name, "name", "toolName");
        Copy(part, draft, MessageAttributes.Content, "response", "output", "result");
    }

    private static void AddPart(MessageDraft draft, int index, JsonElement part)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{MessageAttributes.Contents}.{index}.");
        var type = TypeOf(part);
        if (type is "text" or "reasoning" && (Find(part, "content") ?? Find(part, "text")) is { } text)
        {
            draft.Set(path + MessageContentAttributes.Type, ContentTexts.Quote(type));
            draft.Set(path + MessageContentAttributes.Text, AsText(text));
            return;
        }

        if (UrlOf(part) is { } url && KindOf(part, type) is { } kind)
        {
            var (name, member) = kind == MessageContentTypes.Image
                ? (MessageContentTypes.Image, $"{MessageContentAttributes.Image}.{ImageAttributes.Url}")
                : (MessageContentTypes.Audio, $"{MessageContentAttributes.Audio}.{AudioAttributes.Url}");
            draft.Set(path + MessageContentAttributes.Type, ContentTexts.Quote(name));
            draft.Set(path + member, ContentTexts.Quote(url));
            return;
        }

        draft.Set(path + MessageContentAttributes.Type, ContentTexts.Quote(MessageContentTypes.Text));
        draft.Set(path + MessageContentAttributes.Text, part.ValueKind == JsonValueKind.String ? ContentTexts.RawOf(part) : ContentTexts.Quote(part.GetRawText()));
    }

    private static string? KindOf(JsonElement part, string? type)
    {
        var media = TextOf(part, "modality") ?? TextOf(part, "mime_type") ?? TextOf(part, "mediaType") ?? TextOf(part, "mimeType") ?? type ?? "";
        return media.StartsWith("image", StringComparison.Ordinal) ? MessageContentTypes.Image
            : media.StartsWith("audio", StringComparison.Ordinal) ? MessageContentTypes.Audio
            : null;
    }

    // A URI as it is; bytes in base64 as a data URL.
    private static string? UrlOf(JsonElement part)
    {
        var data = TextOf(part, "uri") ?? TextOf(part, "url") ?? TextOf(part, "image") ?? TextOf(part, "data") ?? TextOf(part, "content");
        if (data is null || data.Contains(':', StringComparison.Ordinal))
        {
            return data;
        }

        var type = TextOf(part, "mime_type") ?? TextOf(part, "mediaType") ?? TextOf(part, "mimeType") ?? "application/octet-stream";
        return $"data:{type};base64,{data}";
    }

    private static void Copy(JsonElement part, MessageDraft draft, string member, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(part, name) is { } value)
            {
                draft.Set(member, AsText(value));
                return;
            }
        }
    }

    private static void CopyText(JsonElement message, ReadOnlySpan<byte> name, MessageDraft draft, string member)
    {
        if (message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
        {
            draft.Set(member, ContentTexts.RawOf(value));
        }
    }

    private static JsonElement? Find(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? TextOf(JsonElement part, string name) => Find(part, name) is { } value ? AttributePath.TextOf(value) : null;

    private static string? TypeOf(JsonElement part) => TextOf(part, "type");

    private static ReadOnlyMemory<byte> AsText(JsonElement value) => value.ValueKind == JsonValueKind.String ? ContentTexts.RawOf(value) : ContentTexts.Quote(value.GetRawText());
}
