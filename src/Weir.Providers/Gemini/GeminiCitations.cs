using System.Text.Json;
using Weir.Providers.Translation;

namespace Weir.Providers.Gemini;

/// <summary>Writes what an answer rests on as <c>annotations</c>: its search results, and texts it recites.</summary>
/// <remarks>
/// <code>
/// "groundingMetadata":{"groundingChunks":[{"web":{"uri":"https://…","title":"a.example"}}],"groundingSupports":[{"segment":{"startIndex":0,"endIndex":12},"groundingChunkIndices":[0]}]}
/// "citationMetadata":{"citationSources":[{"startIndex":0,"endIndex":12,"uri":"https://…"}]}
/// </code>
/// Offsets count bytes of UTF-8; a source that no text refers to stands at 0.
/// </remarks>
internal sealed class GeminiCitations
{
    private readonly List<Citation> _new = [];

    public GeminiCitations(JsonElement candidate, GeminiCandidateState state)
    {
        if (candidate.TryMember("groundingMetadata", out var grounding))
        {
            _new.AddRange(Grounded(grounding, state));
        }

        if (candidate.TryMember("citationMetadata", out var recited))
        {
            var sources = recited.Items("citationSources").Concat(recited.Items("citations")).Where(source => source.Text("uri") is not null);
            _new.AddRange(sources.Select(source => At(source, source.Text("uri")!, source.Text("title"), state)));
        }

        _ = _new.RemoveAll(citation => !state.IsNewCitation(citation.Url, citation.Start, citation.End));
    }

    public bool IsEmpty => _new.Count == 0;

    /// <param name="writer">In an open delta or message.</param>
    public void Write(Utf8JsonWriter writer)
    {
        if (IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("annotations"u8);
        foreach (var citation in _new)
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "url_citation");
            writer.WriteStartObject("url_citation"u8);
            writer.WriteString("url"u8, citation.Url);
            writer.WriteString("title"u8, citation.Title ?? citation.Url);
            writer.WriteNumber("start_index"u8, citation.Start);
            writer.WriteNumber("end_index"u8, citation.End);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static IEnumerable<Citation> Grounded(JsonElement grounding, GeminiCandidateState state)
    {
        var sources = grounding.Items("groundingChunks").Select(SourceOf).ToArray();
        var supports = grounding.Items("groundingSupports").ToArray();
        if (supports.Length == 0)
        {
            return sources.OfType<JsonElement>()
                .Where(source => source.Text("uri") is not null)
                .Select(source => new Citation(source.Text("uri")!, source.Text("title"), 0, 0));
        }

        return
            from support in supports
            from index in support.Items("groundingChunkIndices")
            where index.ValueKind == JsonValueKind.Number && index.TryGetInt32(out var at) && at >= 0 && at < sources.Length
            let source = sources[index.GetInt32()]
            where source?.Text("uri") is not null
            let segment = support.TryMember("segment", out var found) ? found : default
            select At(segment, source.Value.Text("uri")!, source.Value.Text("title"), state);
    }

    private static JsonElement? SourceOf(JsonElement chunk) =>
        chunk.TryMember("web", out var source) || chunk.TryMember("retrievedContext", out source) || chunk.TryMember("maps", out source) ? source : null;

    private static Citation At(JsonElement segment, string url, string? title, GeminiCandidateState state)
    {
        // Offsets are within one part; of parts after the first we know no place.
        var isKnown = segment.Whole("partIndex") is null or 0;
        var end = isKnown ? state.PlaceOf(segment.Whole("endIndex") ?? 0) : 0;
        return new Citation(url, title, end == 0 ? 0 : state.PlaceOf(segment.Whole("startIndex") ?? 0), end);
    }

    private sealed record Citation(string Url, string? Title, int Start, int End);
}
