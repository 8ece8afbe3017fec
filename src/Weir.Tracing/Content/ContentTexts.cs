using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Weir.Protocol.Traces;
using Weir.Tracing.Ingest;

namespace Weir.Tracing.Content;

/// <summary>Turns JSON values of attributes into what people read, long texts cut.</summary>
/// <param name="limit">UTF-16 code units of a text; 0 for all.</param>
internal sealed class ContentTexts(int limit)
{
    // A role or an id that is cut names something else; one that is longer than this names nothing.
    private const int ShortestCut = 1024;

    private readonly JsonTextCutter _cutter = new(limit);

    /// <summary>A text with its length; null for an absent or empty one.</summary>
    public TextValue? Value(ReadOnlyMemory<byte> json, ReadOnlyMemory<byte> mimeType = default)
    {
        if (json.IsEmpty)
        {
            return null;
        }

        var (text, length) = StoredText.Read(json.Span, limit);
        return length == 0 ? null : new TextValue { Text = text, Length = length, MimeType = Plain(mimeType) };
    }

    /// <summary>A text that is short by nature: a role, a name, an id; null for an absent or empty one.</summary>
    public string? Plain(ReadOnlyMemory<byte> json) =>
        !json.IsEmpty && StoredText.Read(json.Span, limit == 0 ? 0 : Math.Max(limit, ShortestCut)).Text is { Length: > 0 } text ? text : null;

    /// <summary>The first of a list of such texts; null when there is none.</summary>
    public string? FirstOf(ReadOnlyMemory<byte> list) =>
        Json(list) is { ValueKind: JsonValueKind.Array } items && items.GetArrayLength() > 0 ? Plain(RawOf(items[0])) : null;

    /// <summary>A number, also one sent as text; null for anything else.</summary>
    public static double? Number(ReadOnlyMemory<byte> json)
    {
        var text = json.IsEmpty ? "" : StoredText.Read(json.Span, limit: 0).Text;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    /// <summary>A value that is JSON or a text that holds JSON; a text that does not stays one; null for an absent one.</summary>
    public JsonElement? Json(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
        {
            return null;
        }

        if (json.Span[0] != '"')
        {
            return _cutter.Cut(json.Span, "");
        }

        var inner = Unquote(json.Span);
        try
        {
            return inner.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] ? _cutter.CutForeign(inner, "") : _cutter.Cut(json.Span, "");
        }
        catch (JsonException)
        {
            // It looked like JSON and is not: Python's single quotes, for example.
            return _cutter.Cut(json.Span, "");
        }
    }

    /// <summary>The UTF-8 text of a JSON string.</summary>
    public static byte[] Unquote(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        _ = reader.Read();
        return new JsonText().Read(reader).ToArray();
    }

    /// <summary>The JSON of an element.</summary>
    public static ReadOnlyMemory<byte> RawOf(JsonElement value) => JsonMarshal.GetRawUtf8Value(value).ToArray();

    /// <summary>A text as a JSON string.</summary>
    public static ReadOnlyMemory<byte> Quote(string text)
    {
        var buffer = new ArrayBufferWriter<byte>(text.Length + 2);
        using var writer = new Utf8JsonWriter(buffer, AttributeSet.WriterOptions);
        writer.WriteStringValue(Encoding.UTF8.GetBytes(text));
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
