using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Anthropic;

/// <summary>Writes what a text refers to as annotations. Passages of a document have no address: they stay as the upstream said them.</summary>
/// <remarks>
/// <code>
/// {"type":"web_search_result_location","url":"https://…","title":"T","cited_text":"…","encrypted_index":"…"}
/// {"type":"url_citation","url_citation":{"url":"https://…","title":"T","content":"…","start_index":0,"end_index":12}}
///
/// {"type":"page_location","cited_text":"…","document_index":0,"start_page_number":1,"end_page_number":2}
/// {"type":"citation","citation":{"type":"page_location",…},"start_index":0,"end_index":12}
/// </code>
/// A document is cited only for who asked for it in the words of this dialect, so chats see the second form only then.
/// </remarks>
internal static class AnswerCitation
{
    /// <param name="writer">In an open list.</param>
    /// <param name="citation">What the text refers to.</param>
    /// <param name="start">Where the citing text begins in the content, in UTF-16 units.</param>
    /// <param name="end">Where it ends.</param>
    public static void Write(Utf8JsonWriter writer, JsonElement citation, int start, int end)
    {
        writer.WriteStartObject();
        if (AddressOf(citation) is not { } address)
        {
            writer.WriteString("type"u8, "citation"u8);
            writer.WriteRaw("citation"u8, citation);
            writer.WriteNumber("start_index"u8, start);
            writer.WriteNumber("end_index"u8, end);
            writer.WriteEndObject();
            return;
        }

        writer.WriteString("type"u8, "url_citation"u8);
        writer.WriteStartObject("url_citation"u8);
        writer.WriteRaw("url"u8, address);
        CopyText(writer, "title"u8, citation.Find("title"));
        CopyText(writer, "content"u8, citation.Find("cited_text"));
        writer.WriteNumber("start_index"u8, start);
        writer.WriteNumber("end_index"u8, end);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static JsonElement? AddressOf(JsonElement citation) =>
        (citation.Find("url") ?? citation.Find("source")) is { ValueKind: JsonValueKind.String } address ? address : null;

    private static void CopyText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? text)
    {
        if (text is { ValueKind: JsonValueKind.String } value)
        {
            writer.WriteRaw(name, value);
        }
    }
}
