using System.Text.Json;
using Weir.Gateway.Chat;

namespace Weir.Gateway.Media;

/// <summary>Finds the addresses in a request of the internal form.</summary>
/// <remarks>
/// <code>
/// {"messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"https://…"}},{"type":"file","file":{"file_data":"https://…"}}]}]}
/// {"input_references":[{"type":"image_url","image_url":{"url":"https://…"}}]}
/// </code>
/// </remarks>
internal static class MediaReferences
{
    private static readonly List<MediaReference> None = [];

    /// <summary>The addresses in their order; the list is not the caller's to change.</summary>
    public static IReadOnlyList<MediaReference> Find(ModelRequest request)
    {
        // Most requests name none: a search costs less than a second reading. An escape may hide a name.
        var body = request.Body.Span;
        if (body.IndexOf("_url"u8) < 0 && body.IndexOf("\"file"u8) < 0 && body.IndexOf("\\u"u8) < 0)
        {
            return None;
        }

        var found = new List<MediaReference>();
        if (Begin(request, "messages", out var messages, out var start))
        {
            var place = new Place(found, start);
            for (var index = 0; messages.Read() && messages.TokenType != JsonTokenType.EndArray; index++)
            {
                ReadMessage(ref messages, place with { Path = $"messages[{index}]" });
            }
        }

        if (Begin(request, "input_references", out var references, out start))
        {
            ReadParts(ref references, new Place(found, start) { Path = "input_references" });
        }

        return found;
    }

    // The reader stands on the first token of a list when there is one.
    private static bool Begin(ModelRequest request, string member, out Utf8JsonReader reader, out int start)
    {
        var value = request.Value(member);
        reader = new Utf8JsonReader(value.Span, new JsonReaderOptions { MaxDepth = RequestReader.MaxDepth });
        start = request.Members.FirstOrDefault(known => known.Name == member).ValueStart;
        return !value.IsEmpty && reader.Read() && reader.TokenType == JsonTokenType.StartArray;
    }

    private static void ReadMessage(ref Utf8JsonReader reader, Place place)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isContent = WireText.Is(reader, "content"u8);
            _ = reader.Read();
            if (isContent && reader.TokenType == JsonTokenType.StartArray)
            {
                ReadParts(ref reader, place with { Path = $"{place.Path}.content" });
                continue;
            }

            reader.Skip();
        }
    }

    private static void ReadParts(ref Utf8JsonReader reader, Place place)
    {
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                ReadMember(ref reader, place with { Path = $"{place.Path}[{index}]" });
            }
        }
    }

    private static void ReadMember(ref Utf8JsonReader reader, Place place)
    {
        (MediaKind Kind, string Name)? media =
            WireText.Is(reader, "image_url"u8) ? (MediaKind.Image, "image_url")
            : WireText.Is(reader, "file"u8) ? (MediaKind.File, "file")
            : WireText.Is(reader, "video_url"u8) ? (MediaKind.Video, "video_url")
            : null;
        _ = reader.Read();
        if (media is not var (kind, name))
        {
            reader.Skip();
            return;
        }

        if (reader.TokenType == JsonTokenType.String)
        {
            place.Add(reader, kind, $"{place.Path}.{name}");
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            ReadHolder(ref reader, place with { Path = $"{place.Path}.{name}" }, kind);
        }
        else
        {
            reader.Skip();
        }
    }

    private static void ReadHolder(ref Utf8JsonReader reader, Place place, MediaKind kind)
    {
        var inner = kind == MediaKind.File ? "file_data" : "url";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isUrl = WireText.Is(reader, kind == MediaKind.File ? "file_data"u8 : "url"u8);
            _ = reader.Read();
            if (isUrl && reader.TokenType == JsonTokenType.String)
            {
                place.Add(reader, kind, $"{place.Path}.{inner}");
            }

            reader.Skip();
        }
    }

    private readonly record struct Place(List<MediaReference> Found, int Start)
    {
        public string Path { get; init; } = "";

        // A data URL can be megabytes long: only what begins like an address becomes a string.
        public void Add(in Utf8JsonReader reader, MediaKind kind, string path)
        {
            if (reader.ValueSpan.Length < 4 || !System.Text.Ascii.EqualsIgnoreCase(reader.ValueSpan[..4], "http"u8))
            {
                return;
            }

            var from = (int)reader.TokenStartIndex;
            Found.Add(new MediaReference(kind, path, WireText.Read(reader), Start + from, (int)reader.BytesConsumed - from));
        }
    }
}
