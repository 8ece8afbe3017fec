using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Weir.Tracing.Ingest;

namespace Weir.Gateway.Chat;

/// <summary>Reads strings of JSON from outside, which may hold half a surrogate pair: it becomes U+FFFD instead of an exception.</summary>
/// <remarks><code>"cut \ud83d"</code> is what a client sends that cuts a text inside an emoji, and what a stream sends that splits one over two chunks.</remarks>
public static class WireText
{
    /// <summary>Whether the string or property name that the reader stands on is this one.</summary>
    public static bool Is(scoped in Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        reader.ValueIsEscaped ? new JsonText().Read(reader).SequenceEqual(text) : reader.ValueSpan.SequenceEqual(text);

    /// <summary>The text of a string element.</summary>
    public static string Read(JsonElement text)
    {
        var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(text));
        _ = reader.Read();
        return Read(reader);
    }

    /// <summary>The text of the string or property name that the reader stands on.</summary>
    public static string Read(scoped in Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.ValueIsEscaped ? new JsonText().Read(reader) : reader.ValueSpan);
}
