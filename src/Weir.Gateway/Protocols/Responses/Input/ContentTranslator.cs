using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Responses.Input;

/// <summary>Translates the content of a message or of a tool's result: a text, or parts.</summary>
/// <remarks>
/// <code>
/// {"type":"input_text","text":"Hi"}                                           {"type":"text","text":"Hi"}
/// {"type":"input_image","image_url":"https://…","detail":"low"}               {"type":"image_url","image_url":{"url":"https://…","detail":"low"}}
/// {"type":"input_file","filename":"a.pdf","file_data":"data:…"}               {"type":"file","file":{"filename":"a.pdf","file_data":"data:…"}}
/// {"type":"input_audio","input_audio":{"data":"…","format":"wav"}}            the same
/// {"type":"input_video","video_url":"https://…"}                              {"type":"video_url","video_url":{"url":"https://…"}}
/// </code>
/// </remarks>
internal static class ContentTranslator
{
    /// <summary>Writes the <c>content</c> member.</summary>
    /// <exception cref="GatewayException">400 with the place that is wrong; 501 for a file that is named by id.</exception>
    public static void Write(JsonElement? content, string place, Utf8JsonWriter writer)
    {
        switch (content)
        {
            case { ValueKind: JsonValueKind.String } text:
                writer.WriteRaw("content"u8, text);
                return;
            case { ValueKind: JsonValueKind.Array } parts:
                WriteParts(parts, place, writer);
                return;
            default:
                throw RequestFault.WrongKind(place, content, "a string or a list of parts");
        }
    }

    public static void WriteText(JsonElement text, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "text"u8);
        writer.WriteRaw("text"u8, text);
        writer.WriteEndObject();
    }

    private static void WriteParts(JsonElement parts, string place, Utf8JsonWriter writer)
    {
        // One plain text is a string in chat: every provider takes that.
        if (parts.GetArrayLength() == 1 && IsText(parts[0]) && !HasMarks(parts[0]))
        {
            writer.WriteRaw("content"u8, parts[0].RequireString("text"u8, $"{place}[0].text"));
            return;
        }

        writer.WriteStartArray("content"u8);
        var index = 0;
        foreach (var part in parts.EnumerateArray())
        {
            WritePart(part, $"{place}[{index++}]", writer);
        }

        writer.WriteEndArray();
    }

    private static void WritePart(JsonElement part, string place, Utf8JsonWriter writer)
    {
        if (part.ValueKind != JsonValueKind.Object)
        {
            throw RequestFault.WrongKind(place, part, "an object with a 'type'");
        }

        writer.WriteStartObject();
        if (IsText(part))
        {
            writer.WriteString("type"u8, "text"u8);
            writer.WriteRaw("text"u8, part.RequireString("text"u8, $"{place}.text"));
        }
        else
        {
            WriteMedia(part, place, writer);
        }

        writer.WriteRaw("cache_control"u8, part.Find("cache_control"u8));
        writer.WriteRaw("prompt_cache_breakpoint"u8, part.Find("prompt_cache_breakpoint"u8));
        writer.WriteEndObject();
    }

    private static void WriteMedia(JsonElement part, string place, Utf8JsonWriter writer)
    {
        switch (part.FindText("type"u8))
        {
            case "input_image":
                RefuseFileId(part, place, part.Find("image_url"u8));
                WriteUrl("image_url"u8, Address(part, "image_url"u8, $"{place}.image_url"), part.Find("detail"u8), writer);
                break;
            case "input_video":
                WriteUrl("video_url"u8, Address(part, "video_url"u8, $"{place}.video_url"), detail: null, writer);
                break;
            case "input_audio":
                WriteAudio(part, place, writer);
                break;
            case "input_file":
                WriteFile(part, place, writer);
                break;
            case var type:
                throw RequestFault.Invalid(
                    $"'{place}.type' is {(type is null ? "missing" : $"\"{type}\"")}; it must be input_text, input_image, input_file, input_audio or input_video.");
        }
    }

    private static void WriteUrl(ReadOnlySpan<byte> type, JsonElement url, JsonElement? detail, Utf8JsonWriter writer)
    {
        writer.WriteString("type"u8, type);
        writer.WriteStartObject(type);
        writer.WriteRaw("url"u8, url);
        writer.WriteRaw("detail"u8, detail);
        writer.WriteEndObject();
    }

    // A string; the object of the chat API says the same.
    private static JsonElement Address(JsonElement part, ReadOnlySpan<byte> name, string place) =>
        part.FindObject(name)?.RequireString("url"u8, $"{place}.url") ?? part.RequireString(name, place);

    private static void WriteAudio(JsonElement part, string place, Utf8JsonWriter writer)
    {
        var (audio, at) = part.FindObject("input_audio"u8) is { } nested ? (nested, $"{place}.input_audio") : (part, place);
        writer.WriteString("type"u8, "input_audio"u8);
        writer.WriteStartObject("input_audio"u8);
        writer.WriteRaw("data"u8, audio.RequireString("data"u8, $"{at}.data"));
        writer.WriteRaw("format"u8, audio.RequireString("format"u8, $"{at}.format"));
        writer.WriteEndObject();
    }

    private static void WriteFile(JsonElement part, string place, Utf8JsonWriter writer)
    {
        var data = part.FindString("file_data"u8) ?? part.FindString("file_url"u8);
        RefuseFileId(part, place, data);
        writer.WriteString("type"u8, "file"u8);
        writer.WriteStartObject("file"u8);
        writer.WriteRaw("filename"u8, part.FindString("filename"u8));
        writer.WriteRaw("file_data"u8, data ?? throw RequestFault.Invalid($"'{place}' has neither 'file_data' nor 'file_url'. Send one of the two."));
        writer.WriteEndObject();
    }

    private static void RefuseFileId(JsonElement part, string place, JsonElement? data)
    {
        if (data is null && part.Find("file_id"u8) is not null)
        {
            throw RequestFault.NotBuilt($"A file that is named by its id ('{place}.file_id')");
        }
    }

    private static bool IsText(JsonElement part) => part.FindText("type"u8) is "input_text" or "text" or "output_text";

    private static bool HasMarks(JsonElement part) => part.Find("cache_control"u8) is not null || part.Find("prompt_cache_breakpoint"u8) is not null;
}
