using System.Text.Json;
using Weir.Providers.Translation;
using Member = System.Collections.Generic.KeyValuePair<string, System.ReadOnlyMemory<byte>>;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>Turns the list of sources that a provider repeats beside its choices into annotations, each of them once an answer.</summary>
/// <remarks>
/// <code>
/// {"citations":["https://a.example"],"search_results":[{"title":"A","url":"https://a.example"}]}
/// {"annotations":[{"type":"url_citation","url_citation":{"url":"https://a.example","title":"A","start_index":0,"end_index":0}}]}
/// </code>
/// </remarks>
internal sealed class CitationState
{
    private int _written;

    /// <summary>Sources that were not there before.</summary>
    public List<(string Url, string Title)> TakeNew(List<Member> answer)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var result in JsonSlices.Items(answer.Find("search_results")).ConvertAll(JsonSlices.Members))
        {
            if (result.Find("url").Text() is { } url)
            {
                titles[url] = result.Find("title").Text() ?? "";
            }
        }

        var urls = JsonSlices.Items(answer.Find("citations")).ConvertAll(UrlOf).OfType<string>().ToList();
        var all = urls.Count > 0 ? urls : [.. titles.Keys];
        var fresh = all.Skip(_written).Select(url => (url, titles.GetValueOrDefault(url, ""))).ToList();
        _written = Math.Max(_written, all.Count);
        return fresh;
    }

    public static void Write(Utf8JsonWriter writer, List<(string Url, string Title)> sources)
    {
        writer.WriteStartArray("annotations"u8);
        foreach (var (url, title) in sources)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "url_citation"u8);
            writer.WriteStartObject("url_citation"u8);
            writer.WriteString("url"u8, url);
            writer.WriteString("title"u8, title);
            writer.WriteNumber("start_index"u8, 0);
            writer.WriteNumber("end_index"u8, 0);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string? UrlOf(ReadOnlyMemory<byte> citation) => citation.Text() ?? JsonSlices.Members(citation).Find("url").Text();
}
