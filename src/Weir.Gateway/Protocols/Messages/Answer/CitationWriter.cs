using System.Text.Json;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Protocols.Messages.Answer;

/// <summary>Writes what a text refers to.</summary>
/// <remarks>
/// <code>
/// {"type":"url_citation","url_citation":{"url":"https://…","title":"T","content":"…","start_index":0,"end_index":12}}
/// {"type":"web_search_result_location","url":"https://…","title":"T","cited_text":"…","encrypted_index":""}
/// </code>
/// A page or a passage of a document comes as Anthropic said it, in an annotation of type <c>citation</c>.
/// </remarks>
internal static class CitationWriter
{
    public static bool CanSay(JsonElement annotation) => annotation.FindText("type"u8) switch
    {
        "url_citation" => annotation.FindObject("url_citation"u8)?.FindFilled("url"u8) is not null,
        "citation" => annotation.FindObject("citation"u8) is not null,
        _ => false,
    };

    /// <summary>Writes one that can be said.</summary>
    public static void Write(Utf8JsonWriter writer, JsonElement annotation)
    {
        if (annotation.FindObject("citation"u8) is { } own)
        {
            writer.WriteRaw(own);
            return;
        }

        var source = annotation.FindObject("url_citation"u8)!.Value;
        writer.WriteStartObject();
        writer.WriteString("type"u8, "web_search_result_location"u8);
        writer.WriteRaw("url"u8, source.Find("url"u8)!.Value);
        writer.WriteString("title"u8, source.FindText("title"u8));
        writer.WriteString("cited_text"u8, source.FindText("content"u8) ?? "");
        writer.WriteString("encrypted_index"u8, "");
        writer.WriteEndObject();
    }

    /// <summary>Which part of the text an annotation is about, in UTF-16 units; nothing when it does not say.</summary>
    public static (int Start, int End)? RangeOf(JsonElement annotation)
    {
        var place = annotation.FindObject("url_citation"u8) ?? annotation;
        return place.FindCount("start_index"u8) is { } start and <= int.MaxValue && place.FindCount("end_index"u8) is { } end and <= int.MaxValue
            ? ((int)start, (int)end)
            : null;
    }
}
