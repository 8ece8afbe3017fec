using System.Runtime.InteropServices;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>One block of a message, of the system prompt or of the tool list, not written yet: its cache mark may still be dropped.</summary>
internal sealed class ContentBlock(Action<Utf8JsonWriter> writeMembers)
{
    public CacheMark? Cache { get; set; }

    /// <summary>False for thinking, which takes no mark.</summary>
    public bool IsMarkable { get; init; } = true;

    /// <summary>The caller's text; nothing when this is another kind of block.</summary>
    public JsonElement? Text { get; private init; }

    /// <summary>A block of text as it was received.</summary>
    /// <param name="text">A JSON string.</param>
    /// <param name="speaker">Who says it, in front of it; null for nobody in particular.</param>
    public static ContentBlock OfText(JsonElement text, string? speaker = null) =>
        speaker is null
            ? new ContentBlock(writer => WriteText(writer, text)) { Text = text }
            : OfText($"{speaker}: {WireText.Read(text)}");

    public static ContentBlock OfText(string text) => new(writer =>
    {
        writer.WriteString("type"u8, "text"u8);
        writer.WriteString("text"u8, text);
    });

    /// <summary>Whether a text is empty or white space, which the upstream refuses as a block.</summary>
    public static bool IsBlank(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text)[1..^1].TrimStart((byte)' ');
        return raw.IsEmpty || (raw[0] == '\\' && string.IsNullOrWhiteSpace(WireText.Read(text)));
    }

    public void Write(Utf8JsonWriter writer, CacheMarkBudget marks)
    {
        writer.WriteStartObject();
        writeMembers(writer);
        if (Cache is { } mark && marks.Take())
        {
            mark.Write(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, JsonElement text)
    {
        writer.WriteString("type"u8, "text"u8);
        writer.WriteRaw("text"u8, text);
    }
}
