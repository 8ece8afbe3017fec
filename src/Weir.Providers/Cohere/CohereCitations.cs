using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Cohere;

/// <summary>Writes citations whose source has an address as <c>annotations</c>; others, of texts the caller sent along, have none to give.</summary>
/// <remarks>
/// <code>
/// {"start":21,"end":40,"text":"automation","sources":[{"type":"document","id":"doc:0","document":{"url":"https://…","title":"A"}}]}
/// {"type":"url_citation","url_citation":{"url":"https://…","title":"A","start_index":21,"end_index":40}}
/// </code>
/// </remarks>
internal static class CohereCitations
{
    public static void Write(Utf8JsonWriter writer, IEnumerable<JsonElement> citations)
    {
        var addressed = citations.SelectMany(Addressed).ToArray();
        if (addressed.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("annotations"u8);
        foreach (var (citation, source, url) in addressed)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "url_citation");
            writer.WriteStartObject("url_citation"u8);
            writer.WriteString("url"u8, url);
            writer.WriteString("title"u8, source.Text("title") ?? url);
            writer.WriteNumber("start_index"u8, citation.Whole("start") ?? 0);
            writer.WriteNumber("end_index"u8, citation.Whole("end") ?? 0);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The address of a source; null when it has none.</summary>
    public static string? UrlOf(JsonElement source) => Described(source).Text("url");

    private static IEnumerable<(JsonElement Citation, JsonElement Source, string Url)> Addressed(JsonElement citation) =>
        from item in citation.Items("sources")
        let url = UrlOf(item)
        where url is not null
        select (citation, Described(item), url);

    private static JsonElement Described(JsonElement source) =>
        source.TryMember("document", out var described) || source.TryMember("tool_output", out described) ? described : default;
}
