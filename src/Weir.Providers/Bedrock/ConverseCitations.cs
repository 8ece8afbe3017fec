using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Bedrock;

/// <summary>Writes what a text refers to as annotations, as far as it has an address on the web; pages of a document have none.</summary>
/// <remarks>
/// <code>
/// {"title":"T","sourceContent":[{"text":"…"}],"location":{"web":{"url":"https://…","domain":"…"}}}
/// {"type":"url_citation","url_citation":{"url":"https://…","title":"T","content":"…","start_index":0,"end_index":12}}
/// </code>
/// </remarks>
internal static class ConverseCitations
{
    public static bool HasAddress(JsonElement citation) => UrlOf(citation) is not null;

    /// <param name="writer">In an open object.</param>
    /// <param name="citations">With an address each, and where the citing text begins and ends in the content, in UTF-16 units.</param>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<(JsonElement Citation, int Start, int End)> citations)
    {
        if (citations.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("annotations"u8);
        foreach (var (citation, start, end) in citations)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "url_citation"u8);
            writer.WriteStartObject("url_citation"u8);
            writer.WriteString("url"u8, UrlOf(citation));
            writer.WriteString("title"u8, citation.Text("title") ?? UrlOf(citation));
            if (string.Concat(citation.Items("sourceContent").Select(item => item.Text("text"))) is { Length: > 0 } content)
            {
                writer.WriteString("content"u8, content);
            }

            writer.WriteNumber("start_index"u8, start);
            writer.WriteNumber("end_index"u8, end);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string? UrlOf(JsonElement citation) => citation.Member("location").Member("web").Text("url");
}
