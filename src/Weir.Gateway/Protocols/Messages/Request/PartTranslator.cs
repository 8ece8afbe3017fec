using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Request;

/// <summary>Translates the content of a message or of a tool's result: text, images and documents.</summary>
internal static class PartTranslator
{
    /// <summary>Writes the <c>content</c> member.</summary>
    /// <param name="writer">In an open message.</param>
    /// <param name="content">A text, or a list of blocks.</param>
    /// <param name="place">Where it stands.</param>
    public static void WriteContent(Utf8JsonWriter writer, JsonElement content, string place)
    {
        if (content.ValueKind == JsonValueKind.String)
        {
            writer.WriteRaw("content"u8, content);
            return;
        }

        WriteContent(writer, [.. content.EnumerateArray().Select((block, index) => (block, $"{place}[{index}]"))]);
    }

    /// <summary>Writes the <c>content</c> member: a lone text as a text, which every upstream takes, anything else as parts.</summary>
    public static void WriteContent(Utf8JsonWriter writer, List<(JsonElement Block, string Place)> blocks)
    {
        if (blocks.Count == 0)
        {
            writer.WriteString("content"u8, ""u8);
            return;
        }

        if (blocks is [var (only, at)] && only.FindText("type"u8) == "text" && only.FindObject("cache_control"u8) is null)
        {
            writer.WriteRaw("content"u8, TextOf(only, at));
            return;
        }

        writer.WriteStartArray("content"u8);
        foreach (var (block, place) in blocks)
        {
            Write(writer, block, place);
        }

        writer.WriteEndArray();
    }

    /// <summary>Copies the mark up to which the prompt is to be cached.</summary>
    public static void CopyCacheMark(Utf8JsonWriter writer, JsonElement block)
    {
        if (block.FindObject("cache_control"u8) is { } mark)
        {
            writer.WriteRaw("cache_control"u8, mark);
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement block, string place)
    {
        writer.WriteStartObject();
        switch (block.FindText("type"u8))
        {
            case "text":
                writer.WriteString("type"u8, "text"u8);
                writer.WriteRaw("text"u8, TextOf(block, place));
                break;
            case "image":
                ImageTranslator.Write(writer, block, place);
                break;
            case "document":
                DocumentTranslator.Write(writer, block, place);
                break;
            default:
                throw BlockRefusals.Of(block, place, "this place takes text, image and document, and a user's turn tool_result too");
        }

        CopyCacheMark(writer, block);
        writer.WriteEndObject();
    }

    private static JsonElement TextOf(JsonElement block, string place) => block.Find("text"u8) is { ValueKind: JsonValueKind.String } text
        ? text
        : throw Refusal.Invalid($"'{place}.text' is {block.Find("text"u8).KindName()}; it must be a text.");
}
