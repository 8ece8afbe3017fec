using System.Buffers;
using System.Text.Json;
using Weir.Protocol.Traces;
using Weir.Tracing.Ingest;

namespace Weir.Tracing.Content;

/// <summary>Copies JSON with its long strings cut; numbers keep their digits, names and short strings are as they were.</summary>
/// <remarks><code>{"input.value":"hello","n":1.50}</code> with a limit of 4 becomes <code>{"input.value":"hell","n":1.50}</code></remarks>
internal sealed class JsonTextCutter(int limit)
{
    // Deeper than what ingest takes, and less than what the serializer writes: deeper JSON inside a text stays a text.
    private const int MaxDepth = 48;

    /// <summary>How stored JSON is read.</summary>
    public static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = MaxDepth };

    private static readonly JsonDocumentOptions DocumentOptions = new() { MaxDepth = MaxDepth };

    private readonly List<CutText> _cuts = [];
    private readonly JsonText _text = new();

    /// <summary>What has been cut so far.</summary>
    public IReadOnlyList<CutText> Cuts => _cuts;

    /// <summary>Stored JSON, as it is when nothing in it is too long.</summary>
    /// <param name="json">Valid, as ingest left it.</param>
    /// <param name="path">Where it stands, for <see cref="Cuts"/>.</param>
    public JsonElement Cut(ReadOnlySpan<byte> json, string path) =>
        JsonElement.Parse(limit > 0 && HasLongString(json) ? Copy(json, path) : json, DocumentOptions);

    /// <summary>JSON from inside a text: half surrogate pairs, which stored JSON no longer has, are replaced.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public JsonElement CutForeign(ReadOnlySpan<byte> json, string path) => JsonElement.Parse(Copy(json, path), DocumentOptions);

    /// <summary>A text that stands alone.</summary>
    public string CutText(string text, string path)
    {
        if (limit == 0 || text.Length <= limit)
        {
            return text;
        }

        _cuts.Add(new CutText(path, text.Length));
        return AttributeJson.Cut(text, limit);
    }

    private bool HasLongString(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, ReaderOptions);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length > limit)
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<byte> Copy(ReadOnlySpan<byte> json, string path)
    {
        var copy = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(copy, AttributeSet.WriterOptions);
        var reader = new Utf8JsonReader(json, ReaderOptions);
        var place = new JsonPlace(path);
        while (reader.Read())
        {
            place.Move(reader.TokenType);
            CopyToken(reader, writer, place);
        }

        writer.Flush();
        return copy.WrittenSpan;
    }

    private void CopyToken(in Utf8JsonReader reader, Utf8JsonWriter writer, JsonPlace place)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                var name = _text.Read(reader);
                place.Name(name);
                writer.WritePropertyName(name);
                break;
            case JsonTokenType.String:
                CopyString(reader, writer, place);
                break;
            default:
                JsonTokens.Copy(reader, writer);
                break;
        }
    }

    private void CopyString(in Utf8JsonReader reader, Utf8JsonWriter writer, JsonPlace place)
    {
        var text = _text.Read(reader);
        if (limit == 0 || text.Length <= limit)
        {
            writer.WriteStringValue(text);
            return;
        }

        var (beginning, length) = StoredText.Cut(text, limit);
        writer.WriteStringValue(beginning);
        if (length > beginning.Length)
        {
            _cuts.Add(new CutText(place.ToString(), length));
        }
    }
}
