using System.Text;
using System.Text.Json;
using Weir.Tracing.Ingest;

namespace Weir.Tracing.Content;

/// <summary>Reads the text of a JSON value, no more of it than is asked for.</summary>
internal static class StoredText
{
    // No UTF-16 code unit takes more bytes of UTF-8.
    private const int MostBytesOfAUnit = 3;

    /// <summary>A string's text, or the JSON of any other value; at most so many UTF-16 code units of it, 0 for all, and its whole length.</summary>
    public static (string Text, int Length) Read(ReadOnlySpan<byte> json, int limit)
    {
        var reader = new Utf8JsonReader(json, JsonTextCutter.ReaderOptions);
        _ = reader.Read();
        return Cut(reader.TokenType == JsonTokenType.String ? new JsonText().Read(reader) : json, limit);
    }

    /// <summary>The beginning of a text, never ending in half a character, and the length of the whole.</summary>
    public static (string Text, int Length) Cut(ReadOnlySpan<byte> utf8, int limit)
    {
        if (limit == 0 || utf8.Length <= limit)
        {
            var whole = Encoding.UTF8.GetString(utf8);
            return (whole, whole.Length);
        }

        // Half a character at the end of these bytes lies beyond the limit.
        var beginning = utf8[..(int)Math.Min(utf8.Length, ((long)limit * MostBytesOfAUnit) + MostBytesOfAUnit)];
        return (AttributeJson.Cut(Encoding.UTF8.GetString(beginning), limit), Encoding.UTF8.GetCharCount(utf8));
    }
}
