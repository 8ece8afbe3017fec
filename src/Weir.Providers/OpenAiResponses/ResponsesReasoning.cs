using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.OpenAiResponses;

/// <summary>Makes the reasoning items again that an earlier answer's <c>reasoning_details</c> came from.</summary>
/// <remarks>
/// <code>
/// [{"type":"reasoning.summary","summary":"Thinking","id":"rs_1","format":"openai-responses-v1","index":0},
///  {"type":"reasoning.encrypted","data":"gAAA","id":"rs_1","format":"openai-responses-v1","index":1}]
/// {"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"Thinking"}],"encrypted_content":"gAAA"}
/// </code>
/// Nothing is stored upstream, so an item without its encrypted content would be refused: it is left out, as is reasoning of another format.
/// </remarks>
internal static class ResponsesReasoning
{
    public const string Format = "openai-responses-v1";

    public static void Write(Utf8JsonWriter writer, JsonElement message)
    {
        foreach (var item in message.Items("reasoning_details").Where(IsOurs).GroupBy(detail => detail.Text("id") ?? ""))
        {
            if (item.Select(detail => detail.Text("data")).FirstOrDefault(data => data is { Length: > 0 }) is { } encrypted)
            {
                WriteItem(writer, item.Key, [.. item], encrypted);
            }
        }
    }

    private static bool IsOurs(JsonElement detail) => detail.Text("format") is Format or "azure-openai-responses-v1";

    private static void WriteItem(Utf8JsonWriter writer, string id, JsonElement[] details, string encrypted)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "reasoning"u8);
        if (id.Length > 0)
        {
            writer.WriteString("id"u8, id);
        }

        writer.WriteStartArray("summary"u8);
        foreach (var text in TextsOf(details, "reasoning.summary", "summary"))
        {
            WriteText(writer, "summary_text", text);
        }

        writer.WriteEndArray();
        if (TextsOf(details, "reasoning.text", "text") is { Count: > 0 } thoughts)
        {
            writer.WriteStartArray("content"u8);
            thoughts.ForEach(text => WriteText(writer, "reasoning_text", text));
            writer.WriteEndArray();
        }

        writer.WriteString("encrypted_content"u8, encrypted);
        writer.WriteEndObject();
    }

    // Pieces of a stream that nobody has joined carry the same index. What a client sends twice is there once.
    private static List<string> TextsOf(JsonElement[] details, string type, string member)
    {
        var pieces = details.Where(detail => detail.Text("type") == type);
        var texts = pieces.GroupBy(detail => detail.Whole("index")).Select(part => string.Concat(part.Select(piece => piece.Text(member))));
        return [.. texts.Where(text => text.Length > 0).Distinct()];
    }

    private static void WriteText(Utf8JsonWriter writer, string type, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        writer.WriteString("text"u8, text);
        writer.WriteEndObject();
    }
}
